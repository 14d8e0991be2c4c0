import Kernel
import NIOPosix

/// Calls receivers through the `curl` program.
///
/// The name is looked up here, every address it has is checked, and curl is given the one to go to: a name that changes
/// between the two, or a redirect, leads nowhere else.
public final class CurlCaller: Caller {
    private let isMadeUp: Bool
    private let seconds: Int
    private let threads: NIOThreadPool

    /// - Parameters:
    ///   - isMadeUp: whether the store's people are made up; then a program on this machine may be called.
    ///   - seconds: how long one call may take in all.
    public init(isMadeUp: Bool, seconds: Int = 10, atOnce: Int = 4) {
        self.isMadeUp = isMadeUp
        self.seconds = seconds
        threads = NIOThreadPool(numberOfThreads: atOnce)
        threads.start()
    }

    deinit { threads.shutdownGracefully { _ in } }

    public func call(_ call: OutgoingCall) async -> CallEnd {
        let child = ChildProgram("curl", ["--disable", "--config", "-"])
        let ended = await withTaskCancellationHandler {
            try? await threads.runIfActive { [isMadeUp] () -> CallEnd in
                let found = NetworkAddress.all(of: call.address.host)
                guard let first = found.first else { return .notNow("Its name was not found.") }
                let isHere = isMadeUp && found.allSatisfy { $0.bytes == [127, 0, 0, 1] || $0.isLoopback6 }
                guard isHere || call.address.isSecure && found.allSatisfy(\.isPublic) else {
                    return .notNow("Its address is not on the open network.")
                }
                let ended = try child.run(
                    input: Array(self.configuration(call, to: first).utf8), document: Array(call.body.utf8))
                return Self.end(status: ended.status, said: ended.errors)
            }
        } onCancel: {
            child.stop()
        }
        return ended ?? .notNow("The curl program could not be run.")
    }

    private func configuration(_ call: OutgoingCall, to address: NetworkAddress) -> String {
        let host = call.address.host.contains(":") ? "[\(call.address.host)]" : call.address.host
        return
            ([
                #"url = "\#(call.address.text)""#, #"request = "POST""#,
                #"data-binary = "@\#(ChildProgram.document)""#,
                #"proto = "=\#(call.address.isSecure ? "https" : "http")""#,
                #"resolve = "\#(host):\#(call.address.port):\#(address.text)""#, #"noproxy = "*""#,
                "silent", "globoff", "connect-timeout = 5", "max-time = \(seconds)", "max-filesize = 65536",
                #"write-out = "%{stderr}%{http_code}""#,
            ] + call.headers.map { #"header = "\#($0.0): \#($0.1)""# }).joined(separator: "\n") + "\n"
    }

    /// What curl's exit status and the HTTP status mean: 2xx alone is a yes.
    static func end(status: Int32, said: String) -> CallEnd {
        if status == 0, let code = Int(said.suffix(3)) {
            return (200..<300).contains(code) ? .taken : .notNow("It answered with status \(code).")
        }
        return switch status {
        case 7: .notNow("It could not be reached.")
        case 28: .notNow("It did not answer in time.")
        case 35, 51, 53, 54, 58, 59, 60, 64, 77, 80, 83, 90, 91: .notNow("No safe connection could be made to it.")
        default: .notNow("It did not take the call (curl \(status)).")
        }
    }
}

extension NetworkAddress {
    fileprivate var isLoopback6: Bool {
        bytes.count == 16 && bytes.last == 1 && bytes.dropLast().allSatisfy { $0 == 0 }
    }
}
