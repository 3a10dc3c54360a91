package io.maimen.ingest.security;

/** A person who may log in. Immutable. */
public record Account(String username, String displayName) {}
