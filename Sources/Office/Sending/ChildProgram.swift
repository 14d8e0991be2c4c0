import Foundation
import Kernel
import Synchronization

/// Another program, run once with something on its standard input and a document on a pipe beside it.
///
/// Foundation's `Process` gives a child three streams and this needs four; so `posix_spawn` it is. It gets no
/// other descriptor of ours, and of our environment only its path and where certificates are.
final class ChildProgram: Sendable {
    /// Where the child finds the document.
    static let document = "/dev/fd/3"

    struct Ended: Sendable {
        let status: Int32
        /// The start of what it said on standard error.
        let errors: String
    }

    struct Fault: Error {}

    private enum State {
        case waiting, running(pid_t), over
    }

    private let name: String
    private let arguments: [String]
    private let state = Mutex(State.waiting)

    init(_ name: String, _ arguments: [String]) {
        self.name = name
        self.arguments = arguments
    }

    /// Where a program is on the path.
    static func find(_ name: String) -> String? {
        (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin").split(separator: ":")
            .map { "\($0)/\(name)" }.first { access($0, X_OK) == 0 }
    }

    /// Runs it to its end on this thread.
    /// - Throws: `Fault` when it cannot be started, was stopped before, or what it is given is more than a pipe holds.
    func run(input: [UInt8], document: [UInt8]) throws -> Ended {
        guard let path = Self.find(name) else { throw Fault() }
        var (given, beside, said) = spawning.withLock { _ in (Pipe(), Pipe(), Pipe()) }
        defer {
            given.close()
            beside.close()
            said.close()
        }
        // Both are written before the child begins, so nobody waits for anybody.
        guard given.isOpen, beside.isOpen, said.isOpen, given.fill(input), beside.fill(document) else { throw Fault() }
        let child = try start(path, reading: given.end, beside.end, saying: said.start)
        given.close()
        beside.close()
        said.closeStart()
        let errors = said.readAll()
        var status: Int32 = 0
        while waitpid(child, &status, 0) == -1 && errno == EINTR {}
        state.withLock { $0 = .over }
        return Ended(status: status & 0x7F == 0 ? status >> 8 & 0xFF : -1, errors: errors)
    }

    /// Ends it where it stands; one that has not begun never does.
    func stop() {
        state.withLock { state in
            if case .running(let child) = state { kill(child, SIGKILL) }
            if case .waiting = state { state = .over }
        }
    }

    private func start(_ path: String, reading input: Int32, _ document: Int32, saying errors: Int32) throws -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, input, 0)
        posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
        posix_spawn_file_actions_adddup2(&actions, errors, 2)
        posix_spawn_file_actions_adddup2(&actions, document, 3)
        let kept = ["PATH", "CURL_CA_BUNDLE", "SSL_CERT_FILE", "SSL_CERT_DIR"].compactMap { name in
            ProcessInfo.processInfo.environment[name].map { "\(name)=\($0)" }
        }
        var words = ([path] + arguments).map { strdup($0) } + [nil]
        var environment = kept.map { strdup($0) } + [nil]
        defer { for word in words + environment { free(word) } }
        return try spawning.withLock { _ in
            try state.withLock { state in
                var child: pid_t = 0
                guard case .waiting = state, posix_spawn(&child, path, &actions, nil, &words, &environment) == 0
                else { throw Fault() }
                state = .running(child)
                return child
            }
        }
    }
}

/// Held while pipes are made and children started: a pipe is marked as ours alone a moment after it is made, and no child
/// may begin between.
private let spawning = Mutex(())

/// A pipe whose ends no child gets by accident.
private struct Pipe {
    private var descriptors: [Int32] = [-1, -1]

    /// Its ends lie above the numbers that the child is to know them by, so that moving one there overwrites no other.
    init() {
        var low: [Int32] = [-1, -1]
        guard pipe(&low) == 0 else { return }
        for place in 0...1 {
            descriptors[place] = fcntl(low[place], F_DUPFD_CLOEXEC, 10)
            _ = Foundation.close(low[place])
        }
    }

    var isOpen: Bool { descriptors.allSatisfy { $0 >= 0 } }
    /// Where it is read.
    var end: Int32 { descriptors[0] }
    /// Where it is written.
    var start: Int32 { descriptors[1] }

    /// Writes all there will be.
    /// - Returns: false when a pipe does not hold so much (64 KB on Linux).
    mutating func fill(_ bytes: [UInt8]) -> Bool {
        guard bytes.count <= 60_000, write(start, bytes, bytes.count) == bytes.count else { return false }
        closeStart()
        return true
    }

    func readAll() -> String {
        var all: [UInt8] = []
        var some = [UInt8](repeating: 0, count: 4096)
        while true {
            let count = read(end, &some, some.count)
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { break }
            if all.count < 4096 { all += some[..<count] }
        }
        return String(decoding: all, as: UTF8.self)
    }

    mutating func closeStart() { close(at: 1) }

    mutating func close() {
        close(at: 0)
        close(at: 1)
    }

    private mutating func close(at place: Int) {
        guard descriptors[place] >= 0 else { return }
        _ = Foundation.close(descriptors[place])
        descriptors[place] = -1
    }
}
