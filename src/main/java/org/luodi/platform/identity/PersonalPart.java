package org.luodi.platform.identity;

/** What a module keeps of an account: it tells it for the file of one person, and lets go of it when the account is erased. */
public interface PersonalPart {

    /** Lower numbers stand first in the file. */
    int order();

    /** Tells all of it, section by section; secrets and their digests are left out. */
    void tell(long account, PersonalFile file);

    /** Lets go of what only served the person; what others need as a record stays under the number. */
    void erase(long account);
}
