package dev.stslint.schema;

import dev.stslint.kube.NameToken;
import dev.stslint.source.Base64Text;

/** The forms that the API server holds texts against. Each gives the reason why a text does not have it. */
public enum Format {
    ANY("", "text"),
    /** DNS-1123 label. */
    DNS_LABEL("dns-label", "DNS label"),
    /** DNS-1123 subdomain. */
    DNS_SUBDOMAIN("dns-subdomain", "DNS name"),
    /** The name of a container's port, as RFC 6335 has service names. */
    PORT_NAME("port-name", "port name"),
    /** A port's number, or its name as text. */
    PORT("port", "port"),
    /** The keys and values of labels. */
    LABELS("labels", "label"),
    /** The keys of annotations. */
    QUALIFIED("qualified", "annotation key"),
    /** The keys of ConfigMaps and Secrets. */
    KEYS("keys", "key"),
    /** Of a Service: an IP address, or the word that makes it headless. */
    CLUSTER_IP("cluster-ip", "cluster IP"),
    /** Not a word of the table: the form of the type of that name. */
    QUANTITY("", "quantity"),
    /** Not a word of the table: the form of the type of bytes. */
    BASE64("", "base64");

    private static final int LONGEST_LABEL = 63;
    private static final int LONGEST_SUBDOMAIN = 253;
    private static final int LONGEST_PORT_NAME = 15;

    private final String word;
    private final String title;

    Format(String word, String title) {
        this.word = word;
        this.title = title;
    }

    static Format called(String word) {
        for (Format format : values()) {
            if (format.word.equals(word)) {
                return format;
            }
        }
        throw new IllegalStateException("the API table names an unknown format: " + word);
    }

    /** What it is called in messages. */
    public String title() {
        return title;
    }

    /** Which digits an address has is left to the server. */
    private static String clusterIpFault(String value) {
        if (value.isEmpty() || value.equals("None")) {
            return "";
        }
        boolean isAddress = value.indexOf('.') > 0 || value.indexOf(':') >= 0;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            isAddress &= c == '.' || c == ':' || Character.digit(c, 16) >= 0;
        }
        if (isAddress) {
            return "";
        }
        return value.equalsIgnoreCase("None")
                ? "upper and lower case differ: a headless Service has `None`"
                : "it is `None` or an IP address";
    }

    /** Why a value does not have it; empty when it does. */
    String fault(String value) {
        return switch (this) {
            case ANY, KEYS, QUALIFIED -> "";
            case DNS_LABEL -> NameToken.isDnsLabel(value) ? "" : labelFault(value);
            case DNS_SUBDOMAIN -> subdomainFault(value);
            case PORT_NAME, PORT -> portNameFault(value);
            case CLUSTER_IP -> clusterIpFault(value);
            case LABELS -> value.isEmpty() ? "" : nameFault(value);
            case QUANTITY -> Quantity.isOne(value) ? "" : Quantity.fault(value);
            case BASE64 -> Base64Text.isPadded(value, Base64Text.Gaps.LINE_BREAKS) ? "" : "it is no base64";
        };
    }

    /** Why a key of a map does not have it; empty when it does. */
    String keyFault(String key) {
        return switch (this) {
            case LABELS, QUALIFIED -> qualifiedFault(key);
            case KEYS -> configKeyFault(key);
            default -> "";
        };
    }

    private static String labelFault(String value) {
        if (value.length() > LONGEST_LABEL) {
            return tooLong(value, LONGEST_LABEL);
        }
        return "only lower-case letters, digits and inner dashes are allowed";
    }

    private static String subdomainFault(String value) {
        if (value.length() > LONGEST_SUBDOMAIN) {
            return tooLong(value, LONGEST_SUBDOMAIN);
        }
        int start = 0;
        for (int i = 0; i <= value.length(); i++) {
            if (i == value.length() || value.charAt(i) == '.') {
                if (!isSubdomainPart(value, start, i)) {
                    return "only lower-case letters, digits, inner dashes and dots between them are allowed";
                }
                start = i + 1;
            }
        }
        return "";
    }

    private static boolean isSubdomainPart(String value, int start, int end) {
        if (start == end || value.charAt(start) == '-' || value.charAt(end - 1) == '-') {
            return false;
        }
        for (int i = start; i < end; i++) {
            char c = value.charAt(i);
            if (!isLower(c) && !isDigit(c) && c != '-') {
                return false;
            }
        }
        return true;
    }

    private static String portNameFault(String value) {
        if (value.length() > LONGEST_PORT_NAME) {
            return tooLong(value, LONGEST_PORT_NAME);
        }
        boolean letter = false;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            letter |= isLower(c);
            boolean dash = c == '-' && i > 0 && i < value.length() - 1 && value.charAt(i - 1) != '-';
            if (!isLower(c) && !isDigit(c) && !dash) {
                return "only lower-case letters, digits and single inner dashes are allowed";
            }
        }
        return letter ? "" : "a port's name needs a letter";
    }

    /** {@code [prefix/]name}: the prefix a DNS name, in annotations of any case. */
    private String qualifiedFault(String key) {
        int slash = key.indexOf('/');
        String name = key.substring(slash + 1);
        if (slash >= 0) {
            String prefix = key.substring(0, slash);
            String fault = subdomainFault(this == QUALIFIED ? lowerCase(prefix) : prefix);
            if (!fault.isEmpty()) {
                return "before the slash " + fault;
            }
        }
        return name.isEmpty() ? "it has no name" : nameFault(name);
    }

    private static String nameFault(String name) {
        if (name.length() > LONGEST_LABEL) {
            return tooLong(name, LONGEST_LABEL);
        }
        if (!isLetterOrDigit(name.charAt(0)) || !isLetterOrDigit(name.charAt(name.length() - 1))) {
            return "it must start and end with a letter or digit";
        }
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (!isLetterOrDigit(c) && c != '-' && c != '_' && c != '.') {
                return "only letters, digits, `-`, `_` and `.` are allowed";
            }
        }
        return "";
    }

    private static String configKeyFault(String key) {
        if (key.length() > LONGEST_SUBDOMAIN) {
            return tooLong(key, LONGEST_SUBDOMAIN);
        }
        if (key.isEmpty() || key.equals(".") || key.startsWith("..")) {
            return "it is no name of a file";
        }
        for (int i = 0; i < key.length(); i++) {
            char c = key.charAt(i);
            if (!isLetterOrDigit(c) && c != '-' && c != '_' && c != '.') {
                return "only letters, digits, `-`, `_` and `.` are allowed";
            }
        }
        return "";
    }

    private static String tooLong(String value, int most) {
        return "it has " + value.length() + " characters, at most " + most + " are allowed";
    }

    private static String lowerCase(String text) {
        StringBuilder lower = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            lower.append(c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c);
        }
        return lower.toString();
    }

    private static boolean isLower(char c) {
        return c >= 'a' && c <= 'z';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isLetterOrDigit(char c) {
        return isLower(c) || isDigit(c) || (c >= 'A' && c <= 'Z');
    }
}
