package org.luodi.programme;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.luodi.platform.server.Bilingual;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The programme this installation runs. */
@Component
public class Programmes {

    private final Programme current;

    /**
     * Reads the file named by {@code luodi.programme}: one that ships with the product by its name, or any file by its path.
     *
     * @throws ProgrammeFault with every fault and its line
     */
    Programmes(@Value("${luodi.programme:demonstration}") String file) {
        this.current = ProgrammeFile.read(file, text(file));
    }

    public Programme current() {
        return current;
    }

    static String text(String file) {
        try {
            ClassPathResource shipped = new ClassPathResource("programme/" + file + ".yaml");
            return shipped.exists()
                    ? shipped.getContentAsString(StandardCharsets.UTF_8)
                    : Files.readString(Path.of(file));
        } catch (IOException e) {
            throw new ProgrammeFault(file, List.of(Bilingual.text("programme.fault.unreadable")));
        }
    }
}
