package org.luodi.days.web;

/** The form that asks for a mail a day. */
public record MailForm(String address, Integer hour, String language) {}
