package org.luodi.platform.web;

/** An entry of the navigation that a module offers as a bean; lower numbers stand first. */
public record Nav(int order, String href, String key) {}
