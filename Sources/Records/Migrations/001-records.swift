extension Schema {
    /// The streams, what closes and proves them, and what is kept beside them (design §3).
    ///
    /// A payload that has been erased leaves its row, its digests and its place in the chain. `events` is not kept in the
    /// order of its key: rows of this size would make that tree five wide and ten deep.
    static let records = Migration(
        1, "records",
        """
        CREATE TABLE events (
            stream TEXT NOT NULL,
            subject TEXT NOT NULL,
            sequence BIGINT NOT NULL CONSTRAINT events_sequence CHECK (sequence > 0),
            id TEXT NOT NULL,
            kind TEXT NOT NULL,
            version BIGINT NOT NULL,
            occurred TEXT NOT NULL,
            recorded TEXT NOT NULL,
            person TEXT NOT NULL,
            organisation TEXT NOT NULL,
            role TEXT NOT NULL,
            clear TEXT,
            sealed {BYTES},
            retention TEXT,
            salt {BYTES},
            clear_digest {BYTES} NOT NULL,
            sealed_digest {BYTES},
            digest {BYTES} NOT NULL,
            PRIMARY KEY (stream, subject, sequence)
        );
        CREATE UNIQUE INDEX events_id ON events (id);

        CREATE TABLE streams (
            stream TEXT NOT NULL,
            subject TEXT NOT NULL,
            head BIGINT NOT NULL,
            digest {BYTES} NOT NULL,
            signed BIGINT NOT NULL DEFAULT 0,
            PRIMARY KEY (stream, subject),
            CONSTRAINT streams_signed CHECK (signed >= 0 AND signed <= head)
        ) {BY KEY};
        CREATE INDEX streams_unsigned ON streams (stream, subject) WHERE head > signed;

        CREATE TABLE master_keys (
            name TEXT NOT NULL PRIMARY KEY,
            fingerprint TEXT NOT NULL
        ) {BY KEY};

        CREATE TABLE keys (
            subject TEXT NOT NULL,
            retention TEXT NOT NULL,
            wrapped {BYTES},
            destroyed TEXT,
            cleared TEXT,
            proof {BYTES},
            PRIMARY KEY (subject, retention),
            CONSTRAINT keys_gone CHECK ((wrapped IS NULL) = (destroyed IS NOT NULL))
        ) {BY KEY};

        CREATE TABLE checkpoints (
            number BIGINT NOT NULL PRIMARY KEY,
            made TEXT NOT NULL,
            heads BIGINT NOT NULL,
            heads_digest {BYTES} NOT NULL,
            digest {BYTES} NOT NULL,
            signature {BYTES} NOT NULL
        );

        CREATE TABLE checkpoint_heads (
            stream TEXT NOT NULL,
            subject TEXT NOT NULL,
            sequence BIGINT NOT NULL,
            digest {BYTES} NOT NULL,
            checkpoint BIGINT NOT NULL,
            PRIMARY KEY (stream, subject, sequence)
        ) {BY KEY};
        CREATE INDEX checkpoint_heads_checkpoint ON checkpoint_heads (checkpoint, stream, subject);

        CREATE TABLE guards (
            kind TEXT NOT NULL,
            key TEXT NOT NULL,
            subject TEXT NOT NULL,
            retention TEXT,
            PRIMARY KEY (kind, key)
        ) {BY KEY};
        CREATE INDEX guards_subject ON guards (subject);

        CREATE TABLE commands (
            stream TEXT NOT NULL,
            subject TEXT NOT NULL,
            command TEXT NOT NULL,
            content TEXT NOT NULL,
            first_sequence BIGINT NOT NULL,
            last_sequence BIGINT NOT NULL,
            PRIMARY KEY (stream, subject, command)
        ) {BY KEY};

        CREATE TABLE documents (
            subject TEXT NOT NULL,
            digest TEXT NOT NULL,
            retention TEXT NOT NULL,
            type TEXT NOT NULL,
            length BIGINT NOT NULL,
            chunks BIGINT NOT NULL,
            added TEXT NOT NULL,
            PRIMARY KEY (subject, digest, retention)
        ) {BY KEY};

        CREATE TABLE document_chunks (
            subject TEXT NOT NULL,
            digest TEXT NOT NULL,
            retention TEXT NOT NULL,
            number BIGINT NOT NULL,
            sealed {BYTES} NOT NULL,
            PRIMARY KEY (subject, digest, retention, number)
        );

        CREATE TABLE outbox (
            event TEXT NOT NULL,
            kind TEXT NOT NULL,
            stream TEXT NOT NULL,
            subject TEXT NOT NULL,
            payload TEXT NOT NULL,
            state TEXT NOT NULL
                CONSTRAINT outbox_state CHECK (state IN ('waiting', 'sent', 'failed', 'withheld')),
            due TEXT NOT NULL,
            free TEXT NOT NULL,
            attempts BIGINT NOT NULL DEFAULT 0,
            ended TEXT,
            reason TEXT,
            PRIMARY KEY (event, kind)
        );
        CREATE INDEX outbox_waiting ON outbox (free, event, kind) WHERE state = 'waiting';
        CREATE INDEX outbox_subject ON outbox (subject, event);

        CREATE TABLE looks (
            id TEXT NOT NULL PRIMARY KEY,
            looked TEXT NOT NULL,
            person TEXT NOT NULL,
            organisation TEXT NOT NULL,
            role TEXT NOT NULL,
            subject TEXT,
            act TEXT NOT NULL,
            reason TEXT NOT NULL,
            relation TEXT
        );
        CREATE INDEX looks_subject ON looks (subject, id) WHERE subject IS NOT NULL;
        CREATE INDEX looks_person ON looks (person, id)
        """)
}
