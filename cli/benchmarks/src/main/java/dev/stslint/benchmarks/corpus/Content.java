package dev.stslint.benchmarks.corpus;

import java.util.Base64;

/** What stands inside of values: configuration files, scripts, dashboards, certificates. */
final class Content {

    private final Dice dice;

    Content(Dice dice) {
        this.dice = dice;
    }

    /** Settings, one a line, in one of the usual forms. */
    String settings(int lines) {
        String separator = dice.pick("=", " = ", ": ");
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < lines; i++) {
            if (dice.chance(12)) {
                text.append("# ")
                        .append(Words.sentence(dice, dice.between(4, 11)))
                        .append('\n');
            }
            text.append(Words.thing(dice)).append('.').append(Words.field(dice)).append(separator);
            text.append(settingValue()).append('\n');
        }
        return text.toString();
    }

    private String settingValue() {
        return switch (dice.between(0, 5)) {
            case 0 -> "true";
            case 1 -> String.valueOf(dice.between(1, 65_000));
            case 2 -> dice.between(1, 90) + dice.pick("s", "m", "MB", "Mi");
            case 3 -> "/var/lib/" + Words.thing(dice) + "/" + Words.thing(dice);
            case 4 -> "http://" + Words.name(dice) + ":" + dice.between(1024, 9999) + "/" + Words.thing(dice);
            default -> Words.name(dice);
        };
    }

    String script(int lines) {
        StringBuilder text = new StringBuilder("#!/bin/sh\nset -eu\n\n");
        for (int i = 0; i < lines; i++) {
            String variable = Words.thing(dice);
            switch (dice.between(0, 5)) {
                case 0 ->
                    text.append("# ")
                            .append(Words.sentence(dice, dice.between(4, 12)))
                            .append('\n');
                case 1 ->
                    text.append(variable)
                            .append("=\"$(cat /etc/")
                            .append(Words.name(dice))
                            .append(")\"\n");
                case 2 ->
                    text.append("if [ -z \"${")
                            .append(variable)
                            .append(":-}\" ]; then\n  echo \"no ")
                            .append(variable)
                            .append("\" >&2\n  exit 1\nfi\n");
                case 3 ->
                    text.append("for ")
                            .append(variable)
                            .append(" in $(seq 0 ")
                            .append(dice.between(2, 9))
                            .append("); do\n  wait_for \"$")
                            .append(variable)
                            .append("\"\ndone\n");
                case 4 -> text.append("mkdir -p /data/").append(variable).append(" && chown 1000:1000 /data\n");
                default ->
                    text.append("log \"")
                            .append(Words.sentence(dice, dice.between(3, 8)))
                            .append("\"\n");
            }
        }
        return text.toString();
    }

    String webServer(int locations) {
        StringBuilder text = new StringBuilder("worker_processes auto;\nevents {\n    worker_connections 1024;\n}\n");
        text.append("http {\n    sendfile on;\n    server {\n        listen 8080;\n");
        for (int i = 0; i < locations; i++) {
            text.append("        location /").append(Words.thing(dice)).append("/ {\n");
            text.append("            proxy_pass http://")
                    .append(Words.name(dice))
                    .append(":8080;\n");
            text.append("            proxy_set_header Host $host;\n            proxy_read_timeout 60s;\n        }\n");
        }
        return text.append("    }\n}\n").toString();
    }

    /** Recording and alerting rules, as a YAML file in a value. */
    String alerts(int count) {
        StringBuilder text =
                new StringBuilder("groups:\n- name: ").append(Words.name(dice)).append("\n  rules:\n");
        for (int i = 0; i < count; i++) {
            text.append("  - alert: ").append(camel(Words.name(dice))).append("\n    expr: |\n      ");
            text.append(query())
                    .append("\n    for: ")
                    .append(dice.between(1, 30))
                    .append("m\n    labels:\n");
            text.append("      severity: ").append(dice.pick("warning", "critical", "info"));
            text.append("\n    annotations:\n      summary: ").append(Words.sentence(dice, 7));
            text.append("\n      description: '").append(Words.sentence(dice, dice.between(6, 20)));
            text.append(" {{ $value }}'\n");
        }
        return text.toString();
    }

    String query() {
        return "sum by (namespace, pod) (rate(" + Words.thing(dice) + "_" + Words.thing(dice) + "_total{job=\""
                + Words.name(dice) + "\"}[5m])) > " + dice.between(1, 100);
    }

    /** A dashboard of about so many bytes, as indented JSON. */
    String dashboard(int bytes) {
        StringBuilder text =
                new StringBuilder("{\n  \"annotations\": {\n    \"list\": []\n  },\n  \"editable\": true,\n");
        text.append("  \"panels\": [");
        for (int id = 1; text.length() < bytes; id++) {
            panel(text.append(id == 1 ? "\n" : ",\n"), id);
        }
        text.append("\n  ],\n  \"refresh\": \"30s\",\n  \"schemaVersion\": 39,\n  \"tags\": [\"");
        text.append(Words.thing(dice)).append("\"],\n  \"title\": \"").append(Words.name(dice));
        return text.append("\",\n  \"uid\": \"")
                .append(dice.hex(16))
                .append("\"\n}\n")
                .toString();
    }

    private void panel(StringBuilder text, int id) {
        text.append(
                "    {\n      \"datasource\": {\n        \"type\": \"prometheus\",\n        \"uid\": \"$datasource\"\n");
        text.append("      },\n      \"fieldConfig\": {\n        \"defaults\": {\n          \"color\": {\n");
        text.append("            \"mode\": \"palette-classic\"\n          },\n          \"custom\": {\n");
        text.append("            \"axisPlacement\": \"auto\",\n            \"fillOpacity\": ");
        text.append(dice.between(0, 100)).append(",\n            \"lineWidth\": 1\n          },\n");
        text.append("          \"unit\": \"").append(dice.pick("short", "bytes", "s", "percentunit"));
        text.append("\"\n        },\n        \"overrides\": []\n      },\n      \"gridPos\": {\n        \"h\": 8,\n");
        text.append("        \"w\": 12,\n        \"x\": ")
                .append(dice.pick("0", "12"))
                .append(",\n        \"y\": ");
        text.append(id / 2 * 8).append("\n      },\n      \"id\": ").append(id).append(",\n      \"targets\": [\n");
        int targets = dice.between(1, 4);
        for (int i = 0; i < targets; i++) {
            text.append("        {\n          \"expr\": \"").append(query().replace("\"", "\\\""));
            text.append("\",\n          \"legendFormat\": \"{{pod}}\",\n          \"refId\": \"");
            text.append((char) ('A' + i)).append("\"\n        }").append(i + 1 < targets ? ",\n" : "\n");
        }
        text.append("      ],\n      \"title\": \"").append(Words.sentence(dice, 4));
        text.append("\",\n      \"type\": \"timeseries\"\n    }");
    }

    /** A certificate by its looks. */
    String certificate() {
        StringBuilder text = new StringBuilder("-----BEGIN CERTIFICATE-----\n");
        for (int i = 0; i < dice.between(16, 28); i++) {
            text.append(dice.token(64)).append('\n');
        }
        return text.append("-----END CERTIFICATE-----\n").toString();
    }

    static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    static String camel(String name) {
        StringBuilder camel = new StringBuilder(name.length());
        for (String word : name.split("-", -1)) {
            camel.append(Character.toUpperCase(word.charAt(0))).append(word, 1, word.length());
        }
        return camel.toString();
    }
}
