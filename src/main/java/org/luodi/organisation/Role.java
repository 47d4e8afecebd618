package org.luodi.organisation;

/** What a grant lets an account do on a subtree of one line. */
public enum Role {
    ADMINISTRATOR,
    CLERK,
    LEADER,
    SECRETARY,
    READER
}
