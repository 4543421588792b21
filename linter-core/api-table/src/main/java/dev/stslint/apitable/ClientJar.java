package dev.stslint.apitable;

import dev.stslint.apitable.ApiRelease.ApiField;
import dev.stslint.apitable.ApiRelease.ApiKind;
import dev.stslint.apitable.ApiRelease.ApiType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * A jar of {@code io.kubernetes:client-java-api}. Its classes are made from the OpenAPI document of a Kubernetes release
 * and hold all of it: names in annotations, types in generic signatures, required fields in static initializers, addresses
 * in string constants. They are read as bytes and never loaded, so that several releases fit into one JVM.
 */
public final class ClientJar {

    private static final String MODELS = "io/kubernetes/client/openapi/models/";
    private static final String APIS = "io/kubernetes/client/openapi/apis/";
    private static final String STRING_MAP = "Ljava/util/Map<Ljava/lang/String;";

    /** The address to post to: group, version, whether in a namespace, plural. */
    private static final Pattern ADDRESS =
            Pattern.compile("/api(?:s/([^/]+))?/(v[^/]+)(/namespaces/\\{namespace})?/([a-z]+)");

    /** {@code AppsV1Thing} and {@code V1beta1Thing}: the kind is behind the version. */
    private static final Pattern MODEL_NAME = Pattern.compile("(?:[A-Z][a-z]+)?V\\d+(?:(?:alpha|beta)\\d+)?([A-Z].*)");

    private final SortedMap<String, ApiType> types = new TreeMap<>();
    private final SortedMap<String, ApiKind> kinds = new TreeMap<>();

    private ClientJar() {}

    /**
     * Reads a jar.
     *
     * @param minor the release that the jar was made from
     */
    public static ApiRelease read(int minor, Path jar) throws IOException {
        ClientJar reading = new ClientJar();
        try (JarFile file = new JarFile(jar.toFile())) {
            for (JarEntry entry : Collections.list(file.entries())) {
                String name = entry.getName();
                if (!name.endsWith(".class") || name.contains("$")) {
                    continue;
                }
                if (name.startsWith(MODELS)) {
                    reading.addType(classIn(file, entry));
                } else if (name.startsWith(APIS)) {
                    reading.addKinds(classIn(file, entry));
                }
            }
        }
        return new ApiRelease(minor, reading.types, reading.kinds);
    }

    private static ClassNode classIn(JarFile file, JarEntry entry) throws IOException {
        try (InputStream in = file.getInputStream(entry)) {
            ClassNode node = new ClassNode();
            new ClassReader(in).accept(node, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
            return node;
        }
    }

    private void addType(ClassNode node) {
        Set<String> required = requiredFields(node);
        Map<String, MethodNode> getters = new HashMap<>();
        for (MethodNode method : node.methods) {
            if (method.desc.startsWith("()") && method.name.startsWith("get")) {
                getters.put(method.name.substring(3).toLowerCase(Locale.ROOT), method);
            }
        }
        SortedMap<String, ApiField> fields = new TreeMap<>();
        for (FieldNode field : node.fields) {
            Object name =
                    annotationValue(field.visibleAnnotations, "Lcom/google/gson/annotations/SerializedName;", "value");
            if (name == null) {
                continue;
            }
            MethodNode getter = getters.get(field.name.toLowerCase(Locale.ROOT));
            Object description = getter == null
                    ? null
                    : annotationValue(getter.visibleAnnotations, "Lio/swagger/annotations/ApiModelProperty;", "value");
            String signature = field.signature != null ? field.signature : field.desc;
            fields.put(
                    name.toString(),
                    new ApiField(
                            name.toString(),
                            typeOf(signature),
                            required.contains(name.toString()),
                            description == null ? "" : description.toString()));
        }
        String name = simpleName(node.name);
        if (!fields.isEmpty() || !name.startsWith("Abstract")) {
            types.put(name, new ApiType(name, fields));
        }
    }

    private static @Nullable Object annotationValue(
            @Nullable List<AnnotationNode> annotations, String type, String key) {
        for (AnnotationNode annotation : annotations == null ? List.<AnnotationNode>of() : annotations) {
            if (annotation.desc.equals(type) && annotation.values != null) {
                for (int i = 0; i < annotation.values.size(); i += 2) {
                    if (annotation.values.get(i).equals(key)) {
                        return annotation.values.get(i + 1);
                    }
                }
            }
        }
        return null;
    }

    /**
     * {@code openapiRequiredFields} is filled in {@code <clinit>}: by {@code add} in older versions, from {@code
     * Arrays.asList} in newer ones. Either way its names are the string constants on the way there.
     */
    private static Set<String> requiredFields(ClassNode node) {
        Set<String> required = new HashSet<>();
        for (MethodNode method : node.methods) {
            if (!method.name.equals("<clinit>")) {
                continue;
            }
            List<String> constants = new ArrayList<>();
            String target = "";
            for (AbstractInsnNode instruction : method.instructions) {
                if (instruction instanceof LdcInsnNode constant && constant.cst instanceof String text) {
                    constants.add(text);
                } else if (instruction instanceof FieldInsnNode access) {
                    if (access.getOpcode() == Opcodes.PUTSTATIC && access.name.equals("openapiRequiredFields")) {
                        required.addAll(constants);
                    }
                    target = access.getOpcode() == Opcodes.GETSTATIC ? access.name : "";
                    constants.clear();
                } else if (instruction instanceof MethodInsnNode call
                        && call.name.equals("add")
                        && target.equals("openapiRequiredFields")) {
                    required.addAll(constants);
                    constants.clear();
                }
            }
        }
        return required;
    }

    private void addKinds(ClassNode node) {
        for (MethodNode method : node.methods) {
            if (!method.name.startsWith("create")
                    || !method.name.endsWith("Call")
                    || method.name.endsWith("ValidateBeforeCall")) {
                continue;
            }
            for (Type argument : Type.getArgumentTypes(method.desc)) {
                if (argument.getSort() == Type.OBJECT
                        && argument.getInternalName().startsWith(MODELS)) {
                    addKind(method, simpleName(argument.getInternalName()));
                }
            }
        }
    }

    private void addKind(MethodNode method, String body) {
        Matcher model = MODEL_NAME.matcher(body);
        if (!model.matches()) {
            return;
        }
        for (AbstractInsnNode instruction : method.instructions) {
            if (instruction instanceof LdcInsnNode constant && constant.cst instanceof String text) {
                Matcher address = ADDRESS.matcher(text);
                if (address.matches()) {
                    String group = address.group(1);
                    ApiKind kind = new ApiKind(
                            model.group(1),
                            group == null ? address.group(2) : group + "/" + address.group(2),
                            body,
                            address.group(4),
                            address.group(3) != null);
                    kinds.put(kind.id(), kind);
                }
            }
        }
    }

    /** The table's word for a Java type. */
    private static String typeOf(String signature) {
        if (signature.startsWith("Ljava/util/List<") || signature.startsWith("Ljava/util/Set<")) {
            return typeOf(signature.substring(signature.indexOf('<') + 1, signature.length() - 2)) + "[]";
        }
        if (signature.startsWith(STRING_MAP)) {
            return typeOf(signature.substring(STRING_MAP.length(), signature.length() - 2)) + "{}";
        }
        return switch (signature) {
            case "Ljava/lang/String;" -> "string";
            case "Ljava/lang/Integer;" -> "int32";
            case "Ljava/lang/Long;" -> "int64";
            case "Ljava/lang/Boolean;" -> "boolean";
            case "Ljava/lang/Double;", "Ljava/math/BigDecimal;" -> "number";
            case "Ljava/time/OffsetDateTime;" -> "time";
            case "[B" -> "bytes";
            case "Lio/kubernetes/client/custom/IntOrString;" -> "int-or-string";
            case "Lio/kubernetes/client/custom/Quantity;" -> "quantity";
            case "Ljava/lang/Object;" -> "any";
            default -> {
                if (!signature.startsWith("L" + MODELS)) {
                    throw new IllegalArgumentException("a type that the table has no word for: " + signature);
                }
                yield simpleName(signature.substring(0, signature.length() - 1));
            }
        };
    }

    private static String simpleName(String name) {
        return name.substring(name.lastIndexOf('/') + 1);
    }
}
