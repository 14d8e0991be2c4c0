import Foundation
import Kernel
import Testing

@testable import Office

@Suite("A receiver that says nothing")
struct SilentReceiverTests {
    @Test(
        "A receiver that takes a call and never answers is given up in its time, and nothing of the call goes on",
        .timeLimit(.minutes(1)))
    func silent() async throws {
        let port = try SilentPort()
        defer { port.close() }
        let call = OutgoingCall(
            address: try ReceiverAddress("http://127.0.0.1:\(port.number)/in", isMadeUp: true), id: "1", body: "{}",
            secret: "s", at: Instant(milliseconds: 0))
        #expect(await CurlCaller(isMadeUp: true, seconds: 1).call(call) == .notNow("It did not answer in time."))
        var heard = 0
        for await count in port.heard { heard += count }
        #expect(heard > 0, "it was called, and hung up on")
        // Others may be calling at the same time, but not for as long as this looks.
        var left = try Self.curls()
        for _ in 0..<100 where !left.isEmpty {
            try await Task.sleep(for: .milliseconds(100))
            left = try left.intersection(Self.curls())
        }
        #expect(left.isEmpty)
    }

    /// Those of our children that are curl, ended and not waited for among them.
    private static func curls() throws -> Set<Int32> {
        let all = try FileManager.default.contentsOfDirectory(atPath: "/proc").compactMap { Int32($0) }
        return Set(
            all.filter { one in
                // One that has ended meanwhile has no such file.
                guard let line = try? String(contentsOfFile: "/proc/\(one)/stat", encoding: .utf8),
                    let end = line.lastIndex(of: ")")
                else { return false }
                let rest = line[end...].split(separator: " ")
                return line.contains("(curl)") && rest.count > 2 && rest[2] == "\(getpid())"
            })
    }
}

/// A port of this machine that takes one call, reads it and never answers.
private final class SilentPort: Sendable {
    struct Fault: Error {}

    let number: Int
    /// How much was read, once the caller hung up; nothing where it did not for half a minute.
    let heard: AsyncStream<Int>
    private let listener: Int32

    init() throws {
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let code = withUnsafeMutablePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(listener, $0, length) == 0 ? getsockname(listener, $0, &length) : -1
            }
        }
        guard code == 0, listen(listener, 1) == 0 else { throw Fault() }
        self.listener = listener
        number = Int(UInt16(bigEndian: address.sin_port))
        let (heard, told) = AsyncStream.makeStream(of: Int.self)
        self.heard = heard
        Thread.detachNewThread {
            defer { told.finish() }
            let connection = accept(listener, nil, nil)
            guard connection >= 0 else { return }
            defer { _ = Foundation.close(connection) }
            var wait = timeval(tv_sec: 30, tv_usec: 0)
            setsockopt(connection, SOL_SOCKET, SO_RCVTIMEO, &wait, socklen_t(MemoryLayout<timeval>.size))
            var some = [UInt8](repeating: 0, count: 4096)
            var total = 0
            while true {
                let count = read(connection, &some, 4096)
                guard count >= 0 else { return }
                guard count > 0 else { break }
                total += count
            }
            told.yield(total)
        }
    }

    func close() {
        _ = shutdown(listener, Int32(SHUT_RDWR))
        _ = Foundation.close(listener)
    }
}
