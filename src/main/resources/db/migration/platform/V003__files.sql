-- What was uploaded; the content lies in the data directory under its digest.
CREATE TABLE platform.file (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name       text NOT NULL CHECK (name <> '' AND name !~ '[/\\]'),
    size       bigint NOT NULL CHECK (size > 0),
    digest     bytea NOT NULL CHECK (length(digest) = 32),
    media_type text NOT NULL,
    stored_at  timestamptz NOT NULL DEFAULT now(),
    stored_by  bigint NOT NULL
);

CREATE INDEX file_digest ON platform.file (digest);
