package org.luodi.platform.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.luodi.platform.Parameter;
import org.luodi.platform.Refusal;
import org.springframework.beans.TypeMismatchException;
import org.springframework.validation.BindException;
import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;

/** Says of a parameter that the framework could not read which one it is and what it may be. */
final class Misread {

    private Misread() {}

    /** The refusal of a failure, if a parameter is at fault. */
    static Optional<Refusal> of(Exception failure) {
        if (failure instanceof MethodArgumentTypeMismatchException mismatch) {
            return Optional.of(wrong(mismatch.getName(), mismatch.getValue(), mismatch.getRequiredType()));
        }
        if (failure instanceof MissingServletRequestParameterException missing) {
            return Optional.of(missing(missing.getParameterName()));
        }
        if (failure instanceof MissingServletRequestPartException missing) {
            return Optional.of(missing(missing.getRequestPartName()));
        }
        return fields(failure)
                .flatMap(b -> b.getFieldErrors().stream().findFirst().map(Misread::wrong));
    }

    private static Optional<BindingResult> fields(Exception failure) {
        if (failure instanceof MethodArgumentNotValidException invalid) {
            return Optional.of(invalid.getBindingResult());
        }
        return failure instanceof BindException bind ? Optional.of(bind.getBindingResult()) : Optional.empty();
    }

    private static Refusal wrong(FieldError error) {
        Class<?> type = error.contains(TypeMismatchException.class)
                ? error.unwrap(TypeMismatchException.class).getRequiredType()
                : null;
        return wrong(error.getField(), error.getRejectedValue(), type);
    }

    private static Refusal wrong(String name, Object value, Class<?> type) {
        if (value == null) {
            return missing(name);
        }
        if (type != null && type.isEnum()) {
            List<String> words =
                    Stream.of(type.getEnumConstants()).map(String::valueOf).toList();
            return Parameter.notOneOf(name, value, words);
        }
        if (type == boolean.class || type == Boolean.class) {
            return Parameter.notOneOf(name, value, List.of("true", "false"));
        }
        if (type == LocalDate.class) {
            return Parameter.notADay(name, value);
        }
        boolean number = type != null && (type.isPrimitive() || Number.class.isAssignableFrom(type));
        return number ? Parameter.notANumber(name, value) : Refusal.parameter("platform.error.parameter.detail", name);
    }

    private static Refusal missing(String name) {
        return Refusal.parameter("platform.parameter.missing", name);
    }
}
