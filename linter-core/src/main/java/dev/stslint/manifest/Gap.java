package dev.stslint.manifest;

/**
 * Something about which nothing is said, because it was not read or because patches are not executed.
 *
 * @param path of the kustomization it comes from
 * @param reason what that does and what is not judged for it, fit to stand behind the path
 * @param isUnreadFile whether it is a file or directory that a user could have named too
 */
public record Gap(String path, String reason, boolean isUnreadFile) {}
