package org.luodi.platform.web;

/**
 * Something more that a person can choose for the own account, offered by a module as a bean; lower numbers stand first.
 *
 * @param key message key of its name; the same key with {@code .hint} says what it is
 */
public record Own(int order, String href, String key) {}
