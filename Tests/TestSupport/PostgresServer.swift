import CPostgreSQL
import Foundation

/// A PostgreSQL server of this test process's own, started when it is first asked for and gone with the process.
///
/// It listens on a socket in the process's folder and on a port of 127.0.0.1, and asks for a password.
public actor PostgresServer {
    /// For every test but those of what survives a power cut: it does not wait for the disk.
    public static let shared = PostgresServer(waitsForDisk: false)
    /// For tests that end processes and count what was kept, and for measurements.
    public static let durable = PostgresServer(waitsForDisk: true)

    public struct Fault: Error, CustomStringConvertible {
        public let description: String
    }

    private let waitsForDisk: Bool
    private var running: Running?
    private var databases = 0
    private var leftovers: [String] = []

    private init(waitsForDisk: Bool) { self.waitsForDisk = waitsForDisk }

    /// Makes a database, empty or as a copy of one that nobody is connected to.
    public func makeDatabase(copying template: String = "template0") throws -> String {
        let running = try start()
        for name in leftovers { try running.execute("DROP DATABASE IF EXISTS \(name) WITH (FORCE)") }
        leftovers = []
        databases += 1
        let name = "test_\(databases)"
        try running.execute("CREATE DATABASE \(name) TEMPLATE \(template)")
        return name
    }

    public func dropDatabase(_ name: String) throws {
        try start().execute("DROP DATABASE IF EXISTS \(name) WITH (FORCE)")
    }

    /// Has a database dropped when there is next something to do: at the end of the process it would race with
    /// OpenSSL's own clearing up, and the whole server goes then anyway.
    func dropLater(_ name: String) { leftovers.append(name) }

    /// The address of a database on this server: over its socket, or over TCP.
    public func address(of name: String, overTCP: Bool = false) throws -> String {
        try start().address(of: name, overTCP: overTCP)
    }

    /// Breaks every connection to a database, as a server that is restarted does.
    public func disconnectAll(from name: String) throws {
        try start().execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '\(name)'")
    }

    private func start() throws -> Running {
        if let running { return running }
        let started = try Running(waitsForDisk: waitsForDisk)
        running = started
        return started
    }
}

private final class Running {
    private var administrator: OpaquePointer?
    let folder: String
    let port: Int
    let password = UUID().uuidString

    init(waitsForDisk: Bool) throws {
        let binaries = try Self.newestBinaries()
        folder = TestFolder.newPath("-postgres")
        port = try Self.freePort()
        mkdir(folder, 0o700)
        let passwordFile = "\(folder)/password"
        try "\(password)\n".write(toFile: passwordFile, atomically: false, encoding: .utf8)
        let isRoot = geteuid() == 0
        if isRoot { try Self.run("chown -R postgres \(folder)") }
        let asOwner = isRoot ? "runuser -u postgres -- " : ""
        try Self.run(
            """
            cd \(folder) && \(asOwner)\(binaries)/initdb -D \(folder)/data -U throughline -A scram-sha-256 \
            --pwfile=\(passwordFile) --locale=C.UTF-8 --encoding=UTF8 --no-sync
            """)
        // The command stands before the server does, so that a process killed in between leaves none behind.
        try TestFolder.atEnd("\(asOwner)\(binaries)/pg_ctl -D \(folder)/data -m immediate stop")
        let settings =
            "-p \(port) -k \(folder) -c listen_addresses=127.0.0.1 -c max_connections=400\(waitsForDisk ? "" : " -F")"
        try Self.run(
            """
            cd \(folder) && \(asOwner)\(binaries)/pg_ctl -D \(folder)/data -l \(folder)/log -w -t 60 \
            -o "\(settings)" start </dev/null
            """)
    }

    func address(of name: String, overTCP: Bool) -> String {
        let host = overTCP ? "127.0.0.1" : folder.replacing("/", with: "%2F")
        return "postgres://throughline:\(password)@\(host):\(port)/\(name)"
    }

    /// Runs a statement that may not stand in a transaction.
    func execute(_ statement: String) throws {
        let administrator = self.administrator ?? PQconnectdb(address(of: "postgres", overTCP: false))
        self.administrator = administrator
        let result = PQexec(administrator, statement)
        defer { PQclear(result) }
        guard [PGRES_COMMAND_OK, PGRES_TUPLES_OK].contains(PQresultStatus(result)) else {
            throw PostgresServer.Fault(description: "\(statement): \(String(cString: PQerrorMessage(administrator)))")
        }
    }

    /// Where the programs of the newest server are that Debian's packages have put on this machine.
    private static func newestBinaries() throws -> String {
        let installed = "/usr/lib/postgresql"
        let versions = (try? FileManager.default.contentsOfDirectory(atPath: installed)) ?? []
        let newest =
            versions
            .filter { access("\(installed)/\($0)/bin/initdb", X_OK) == 0 }
            .max { (Double($0) ?? 0) < (Double($1) ?? 0) }
        guard let newest else {
            throw PostgresServer.Fault(
                description: "These tests need a PostgreSQL server: install Debian's package postgresql.")
        }
        return "\(installed)/\(newest)/bin"
    }

    private static func run(_ command: String) throws {
        let output = TestFolder.newPath(".log")
        guard system("{ \(command) ; } >\(output) 2>&1") == 0 else {
            let words = (try? String(contentsOfFile: output, encoding: .utf8)) ?? ""
            throw PostgresServer.Fault(description: "PostgreSQL for the tests did not start. \(command)\n\(words)")
        }
    }

    private static func freePort() throws -> Int {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(descriptor) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let code = withUnsafeMutablePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, length) == 0 ? getsockname(descriptor, $0, &length) : -1
            }
        }
        guard code == 0 else { throw PostgresServer.Fault(description: "No port of 127.0.0.1 is free.") }
        return Int(UInt16(bigEndian: address.sin_port))
    }
}
