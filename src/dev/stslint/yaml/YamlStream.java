package dev.stslint.yaml;

import dev.stslint.source.SourceFile;
import java.util.List;

/**
 * What a file holds.
 *
 * @param documents all of them, empty and broken ones included, in order; none when the file is an unrendered template
 * @param faults in order of their places
 * @param template whether the file is an unrendered template, and so was left alone
 */
public record YamlStream(SourceFile file, List<YamlDocument> documents, List<YamlFault> faults, boolean template) {}
