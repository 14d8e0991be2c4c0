public import Foundation

/// A program that a test started, which ends when the test says so or by itself.
///
/// Foundation's `Process` hears that a child has ended through a thread that watches descriptors by `select`. A run of
/// these tests has more of them open than that thread's tables hold: now and then it missed an end, and the run with it,
/// or read past the tables. So the child is started by `posix_spawn` and waited for by its number.
public struct StartedProgram: Sendable {
    private let child: pid_t

    /// - Parameters:
    ///   - environment: all of it.
    ///   - output: where it writes; nil for nowhere. Its errors go nowhere.
    /// - Throws: `POSIXError` when it cannot be started.
    public init(
        _ path: String, _ arguments: [String], environment: [String: String], output: FileHandle? = nil
    ) throws {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        if let output {
            posix_spawn_file_actions_adddup2(&actions, output.fileDescriptor, 1)
        } else {
            posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
        }
        posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
        for descriptor in try Self.openDescriptors() where descriptor > 2 {
            posix_spawn_file_actions_addclose(&actions, descriptor)
        }
        var words = ([path] + arguments).map { strdup($0) } + [nil]
        var named = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { for word in words + named { free(word) } }
        var child: pid_t = 0
        let failure = posix_spawn(&child, path, &actions, nil, &words, &named)
        guard failure == 0 else { throw POSIXError(POSIXErrorCode(rawValue: failure) ?? .EAGAIN) }
        self.child = child
    }

    /// Ends it with no warning.
    public func kill() { Foundation.kill(child, SIGKILL) }

    /// Waits on this thread until it has ended; once only, for its number may be another's afterwards.
    /// - Returns: what it answered; -1 when a signal ended it.
    public func end() -> Int32 {
        var status: Int32 = 0
        while waitpid(child, &status, 0) == -1 && errno == EINTR {}
        return status & 0x7F == 0 ? status >> 8 & 0xFF : -1
    }

    /// Those of this process. A pipe of Foundation's would go on to the child, and would not end while that runs.
    private static func openDescriptors() throws -> [Int32] {
        try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").compactMap { Int32($0) }
    }
}
