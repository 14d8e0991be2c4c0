import HTTPTypes
import Hummingbird
import Kernel
import Logging
import Testing
import Web

@Suite("Rate limits")
struct TokenBucketsTests {
    private let start = Instant(milliseconds: 1_344_500_000_000)

    @Test("So many at once, then as many as come back, and the wait is said in whole seconds")
    func takes() {
        var buckets = TokenBuckets(burst: 3, perMinute: 6)
        for _ in 0..<3 { #expect(buckets.take("a", at: start) == nil) }
        #expect(buckets.take("a", at: start) == 10)
        #expect(buckets.take("b", at: start) == nil)
        #expect(buckets.take("a", at: start.adding(seconds: 9)) == 1)
        #expect(buckets.take("a", at: start.adding(seconds: 10)) == nil)
        #expect(buckets.take("a", at: start.adding(seconds: 10)) == 10)
        for _ in 0..<3 { #expect(buckets.take("a", at: start.adding(minutes: 60)) == nil) }
        #expect(buckets.take("a", at: start.adding(minutes: 60)) != nil)
    }

    @Test("A clock that goes back gives nothing away")
    func backwards() {
        var buckets = TokenBuckets(burst: 1, perMinute: 60)
        #expect(buckets.take("a", at: start) == nil)
        #expect(buckets.take("a", at: start.adding(seconds: -1000)) == 1)
        #expect(buckets.take("a", at: start.adding(seconds: 0)) == 1)
    }

    @Test("Over any stretch nobody gets more than the burst and what came back")
    func neverMore() {
        let random = RandomSource.seeded(3)
        var buckets = TokenBuckets(burst: 5, perMinute: 30)
        var now = start
        var taken = 0
        for _ in 0..<5000 {
            now = Instant(milliseconds: now.milliseconds + Int64(random.below(1500)))
            if buckets.take("a", at: now) == nil { taken += 1 }
            #expect(Double(taken) <= 5 + Double(now.milliseconds - start.milliseconds) * 30 / 60_000 + 1e-6)
        }
        #expect(taken > 1000)
    }

    @Test("It remembers no more keys than its limit, and the ones lately seen")
    func bounded() {
        var buckets = TokenBuckets(burst: 1, perMinute: 1, limit: 100)
        for number in 0..<10_000 {
            _ = buckets.take("steady", at: start)
            _ = buckets.take("key \(number)", at: start)
            #expect(buckets.count <= 100)
        }
        #expect(buckets.take("steady", at: start) != nil)
    }

    @Test("Who asks too often is told how long to wait, and nobody else is")
    func middleware() async throws {
        let now = Locked(start)
        let router = Router(context: PlainContext.self)
        router.addFrame(
            https: false, accessLog: LogLines().logger,
            errors: ErrorPages(methods: AllowedMethods(), logger: LogLines().logger) { error, _, _ in
                .page(Layout().render(error.page))
            })
        router.add(
            middleware: RateLimit(TokenBuckets(burst: 2, perMinute: 12), now: { now.with { $0 } }) { request, _ in
                request.headers[.userAgent]
            })
        router.get("/") { _, _ in Response.page(Layout().render(Page("Home") {})) }
        let client = WebClient(router) { PlainContext(logger: $0) }
        func ask(_ who: String) async throws -> WebAnswer {
            try await client.ask(.get, "/", headers: [.userAgent: who])
        }
        #expect(try await ask("a").status == .ok)
        #expect(try await ask("a").status == .ok)
        let refused = try await ask("a")
        #expect(refused.status == .tooManyRequests)
        #expect(refused.headers[.retryAfter] == "5")
        #expect(refused.text.contains("Wait 5 seconds and try again."))
        #expect(try await ask("b").status == .ok)
        now.with { $0 = $0.adding(seconds: 5) }
        #expect(try await ask("a").status == .ok)
    }
}
