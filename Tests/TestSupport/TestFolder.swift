import Foundation

/// One folder for each test process, gone when the process is.
///
/// A process that ends clears it; for one that is killed, a watchdog outside it does, within a second or two.
enum TestFolder {
    static let path: String = {
        let path = "\(NSTemporaryDirectory())throughline-tests-\(getpid())"
        try? FileManager.default.removeItem(atPath: path)
        // Open to look into, since PostgreSQL runs as a user of its own.
        mkdir(path, 0o755)
        mkdir("\(path)/at-end", 0o700)
        startWatchdog(over: path)
        atexit { system(Self.ending(TestFolder.path)) }
        return path
    }()

    /// A name for a file in the folder that nothing else has.
    static func newPath(_ suffix: String) -> String { "\(path)/\(UUID().uuidString.lowercased())\(suffix)" }

    /// Has a shell command run when the process ends, however it ends.
    static func atEnd(_ command: String) throws {
        try command.write(toFile: "\(path)/at-end/\(UUID().uuidString).sh", atomically: true, encoding: .utf8)
    }

    private static func startWatchdog(over path: String) {
        let watch = "while kill -0 \(getpid()) 2>/dev/null; do sleep 1; done; \(ending(path))"
        system("setsid sh -c '\(watch)' </dev/null >/dev/null 2>&1 &")
    }

    private static func ending(_ path: String) -> String {
        "for f in \(path)/at-end/*.sh; do [ -f $f ] && sh $f >/dev/null 2>&1; done; rm -rf \(path)"
    }
}
