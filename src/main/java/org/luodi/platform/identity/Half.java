package org.luodi.platform.identity;

/** Somebody whose password was right and whose second step is still to come: nothing is open to him but that step. */
record Half(Account account) {}
