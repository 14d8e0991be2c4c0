import Hummingbird
import Logging

/// A context with nothing of ours in it, which a test can make without a channel.
struct PlainContext: RequestContext {
    var coreContext: CoreRequestContextStorage

    init(source: ApplicationRequestContextSource) { coreContext = .init(source: source) }
    init(logger: Logger) { coreContext = .init(source: LoggerSource(logger: logger)) }
}

/// What a context can be made of when there is no connection.
struct LoggerSource: RequestContextSource {
    let logger: Logger
}
