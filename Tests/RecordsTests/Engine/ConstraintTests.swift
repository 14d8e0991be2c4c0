import Records
import TestSupport
import Testing

@Suite("Constraints, named alike on both engines")
struct ConstraintTests {
    static let create: SQL = """
        CREATE TABLE place (
            id TEXT PRIMARY KEY,
            open BOOLEAN NOT NULL,
            size BIGINT NOT NULL CONSTRAINT place_size CHECK (size > 0),
            town TEXT,
            street TEXT,
            parent TEXT REFERENCES place (id) DEFERRABLE INITIALLY DEFERRED,
            UNIQUE (town, street)
        );
        CREATE UNIQUE INDEX place_one_open ON place (town) WHERE open;
        CREATE UNIQUE INDEX place_letter ON place (substr(town, 1, 1)) WHERE size > 99;
        INSERT INTO place (id, open, size, town, street) VALUES ('a', TRUE, 1, 'Leeds (UK)', 'Upper)=(Street');
        INSERT INTO place (id, open, size, town) VALUES ('z', FALSE, 100, 'York');
        """

    struct Case: Sendable, CustomTestStringConvertible {
        let broken: String
        let statement: SQL
        var testDescription: String { broken }
    }

    static let cases = [
        Case(broken: "place.id", statement: "INSERT INTO place (id, open, size) VALUES ('a', FALSE, 1)"),
        Case(broken: "place_size", statement: "INSERT INTO place (id, open, size) VALUES ('b', FALSE, 0)"),
        Case(broken: "place.open", statement: "INSERT INTO place (id, open, size) VALUES ('b', NULL, 1)"),
        Case(
            broken: "place.town, place.street",
            statement: """
                INSERT INTO place (id, open, size, town, street)
                VALUES ('b', FALSE, 1, 'Leeds (UK)', 'Upper)=(Street')
                """),
        Case(
            broken: "place.town",
            statement: "INSERT INTO place (id, open, size, town) VALUES ('b', TRUE, 1, 'Leeds (UK)')"),
        Case(
            broken: "place_letter",
            statement: "INSERT INTO place (id, open, size, town) VALUES ('b', FALSE, 101, 'Yeovil')"),
        Case(
            broken: "foreign key", statement: "INSERT INTO place (id, open, size, parent) VALUES ('b', FALSE, 1, 'zzz')"
        ),
    ]

    @Test("What is broken has the same name on both", arguments: Engine.allCases, cases)
    func named(engine: Engine, broken: Case) async throws {
        let store = try await TestStore.fresh(engine, migrated: false)
        try await Migrator.migrate(store, [Migration(1, "place", Self.create)])
        await #expect(throws: RecordsFault.constraint(broken.broken)) {
            try await store.write { _ = try $0.run(broken.statement) }
        }
        #expect(try await store.read { try $0.first("SELECT count(*) FROM place") { try $0.int(0) } } == 2)
    }
}
