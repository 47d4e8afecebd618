/** The ledger's proofs for everybody, without an account: digests only, nothing of what an entry says. */
package org.luodi.platform.ledger.web;
