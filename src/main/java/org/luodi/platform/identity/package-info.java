/** Accounts, sign-in, access tokens: who acts. What they may do is organisation's to say. */
@org.springframework.modulith.NamedInterface("identity")
package org.luodi.platform.identity;
