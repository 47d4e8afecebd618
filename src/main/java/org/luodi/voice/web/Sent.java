package org.luodi.voice.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.luodi.evidence.Photo;
import org.luodi.voice.Photos;
import org.springframework.web.multipart.MultipartFile;

/** Photos as a form sends them. */
final class Sent {

    private Sent() {}

    /** Each read and made small; a field that was left empty is none. */
    static List<Photo> photos(List<MultipartFile> sent) {
        List<MultipartFile> given = sent == null
                ? List.of()
                : sent.stream().filter(f -> !f.isEmpty()).toList();
        Photos.refuseTooMany(given.size());
        return given.stream().map(Sent::photo).toList();
    }

    private static Photo photo(MultipartFile file) {
        try {
            return Photo.of(file.getBytes());
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
    }
}
