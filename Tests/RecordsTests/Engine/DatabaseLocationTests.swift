import Kernel
import Records
import Testing

@Suite("Where a store is")
struct DatabaseLocationTests {
    @Test(
        "A file is given as sqlite:PATH, or as a path that ends in .sqlite",
        arguments: [
            ("sqlite:/var/lib/throughline/store.db", "/var/lib/throughline/store.db"), ("sqlite:store", "store"),
            ("data/store.sqlite", "data/store.sqlite"), ("sqlite:a b/ü.sqlite", "a b/ü.sqlite"),
        ])
    func file(text: String, path: String) throws {
        #expect(try DatabaseLocation(text) == .sqlite(path: path))
        #expect(try DatabaseLocation(text).description == "sqlite:\(path)")
    }

    @Test(
        "A server's address is described without its password",
        arguments: [
            ("postgres://adviser:s3cret@db.example:5433/throughline", "postgres://adviser@db.example:5433/throughline"),
            ("postgresql://adviser@db.example/throughline", "postgres://adviser@db.example/throughline"),
            (
                "postgres://a:s3cret@one:5432,two:5433/t?target_session_attrs=read-write&sslpassword=s3cret",
                "postgres://a@one:5432,two:5433/t"
            ),
            ("postgres://adviser@db.example/t?password=s3cret", "postgres://adviser@db.example/t"),
            ("postgres://a:s3cret%2F%40@[::1]/t", "postgres://a@::1/t"),
            ("postgres://a:s3cret@%2Frun%2Fpostgresql/t", "postgres://a@/run/postgresql/t"),
            ("postgres:///t", "postgres:///t"),
        ])
    func server(text: String, description: String) throws {
        let location = try DatabaseLocation(text)
        #expect(location.description == description)
        var dumped = "\(location) \(String(reflecting: location))"
        dump(location, to: &dumped)
        #expect(!dumped.contains("s3cret"))
    }

    @Test(
        "Anything else is refused with a sentence that does not repeat it",
        arguments: [
            "", "store", "store.db", "mysql://a:s3cret@h/t", "sqlite:", "sqlite::memory:", "sqlite:a\0b", "/tmp/s3cret",
            "postgres://a:s3/cret@host/t", "postgres://a:12/s3cret@host/t", "postgres://a:s3cret@host/t?nonsense=1",
            "postgres://a:s3cret%zz@host/t", "postgres://a:s3cret@[::1/t", "POSTGRES://a:s3cret@host/t",
        ])
    func refused(text: String) throws {
        let refusal = #expect(throws: Refusal.self) { try DatabaseLocation(text) }
        #expect(refusal?.sentence.contains("s3") == false)
        #expect(refusal?.field == "database")
    }
}
