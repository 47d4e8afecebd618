package org.luodi.organisation;

/** What a grant lets an account do on a subtree of one line. */
public enum Role {
    ADMINISTRATOR,
    CLERK,
    LEADER,
    SECRETARY,
    READER,
    /** Calls back whoever reported something: the only one who may ask for a contact, and handles nothing. */
    CALLER
}
