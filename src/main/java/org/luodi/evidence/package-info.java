/**
 * Purpose: what proves that a matter is solved: files with their versions, cleaned of what photos tell about place and device, never lost silently.
 * Tables: item, version.
 * Calls: matters (visible, tasks), organisation, platform.
 * Tells: nothing; it answers the matter's own port Proofs and shows itself on the matter's page.
 * Hears: nothing.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Evidence",
        allowedDependencies = {
            "platform",
            "platform::ledger",
            "platform::identity",
            "platform::files",
            "platform::web",
            "organisation",
            "matters"
        })
package org.luodi.evidence;
