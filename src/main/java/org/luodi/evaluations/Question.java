package org.luodi.evaluations;

import java.time.LocalDate;
import org.luodi.organisation.UnitId;

/**
 * What somebody is asked, for whoever has shown that he is the one who was invited.
 *
 * @param pass with which the answer comes back
 * @param title of the matter
 * @param fixed what the unit says it has done, or null
 * @param lasting what it says keeps it from coming back, or null
 * @param unit that says so
 */
public record Question(String pass, String title, String fixed, String lasting, UnitId unit, LocalDate endsOn) {}
