package org.luodi.relays;

import java.util.List;
import org.luodi.matters.MatterId;
import org.luodi.organisation.UnitId;

/**
 * A package somebody puts together.
 *
 * @param matters those that go; all open ones of the giver where none is named
 */
public record RelayDraft(
        Relay.Kind kind, UnitId giver, UnitId receiver, List<MatterId> matters, String promises, String contacts) {}
