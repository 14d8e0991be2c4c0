import CPostgreSQL
public import Kernel

/// The address of a PostgreSQL database as libpq reads it, several hosts and options included.
/// A password is kept, and is never shown.
public struct PostgresAddress: Sendable, Hashable, CustomStringConvertible, CustomDebugStringConvertible,
    CustomReflectable
{
    let url: String
    let password: String?
    /// User, hosts, ports and database.
    public let description: String

    /// - Parameter url: `postgres://user@host:port,host:port/name?option=value`. A password may be left to PGPASSFILE.
    public init(_ url: String) throws(Refusal) {
        guard let options = Self.options(of: url), Self.isPlain(options) else {
            throw Refusal(
                "database.address",
                "The PostgreSQL address cannot be read. In a password, write / : @ % as %2F %3A %40 %25.",
                field: "database")
        }
        self.url = url
        password = options["password"]
        let user = options["user"].map { "\($0)@" } ?? ""
        let ports = options["port"]?.split(separator: ",", omittingEmptySubsequences: false) ?? []
        let hosts = (options["host"] ?? "").split(separator: ",", omittingEmptySubsequences: false)
        let places = hosts.enumerated().map { index, host in
            ports.isEmpty ? String(host) : "\(host):\(ports[min(index, ports.count - 1)])"
        }
        description = "postgres://\(user)\(places.joined(separator: ","))/\(options["dbname"] ?? "")"
    }

    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: ["address": description]) }

    private static func options(of url: String) -> [String: String]? {
        var message: UnsafeMutablePointer<CChar>?
        defer { PQfreemem(message) }
        guard !url.utf8.contains(0), let list = PQconninfoParse(url, &message) else { return nil }
        defer { PQconninfoFree(list) }
        var options: [String: String] = [:]
        var next = list
        while let keyword = next.pointee.keyword {
            if let value = next.pointee.val { options[String(cString: keyword)] = String(cString: value) }
            next += 1
        }
        return options
    }

    /// A password with a bare `/` in it is taken by libpq for a port and a database's name, and would be shown as such.
    private static func isPlain(_ options: [String: String]) -> Bool {
        let ports = options["port"] ?? ""
        return ports.utf8.allSatisfy { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 || $0 == UInt8(ascii: ",") }
            && options["dbname"]?.contains("@") != true && options["host"]?.contains("@") != true
    }
}
