public import HTTPTypes
public import Kernel

/// Which HTTP status a refusal is answered with, by its code. What is in no table is 422: understood, and no.
public struct RefusalStatuses: Sendable {
    private var byCode: [String: HTTPResponse.Status]
    private var byEnding: [String: HTTPResponse.Status]

    /// - Parameters:
    ///   - byCode: whole codes: `form.stale`.
    ///   - byEnding: the last part of a code, for families: `not-found`.
    public init(
        byCode: [String: HTTPResponse.Status] = [:], byEnding: [String: HTTPResponse.Status] = [:]
    ) {
        self.byCode = Self.ours.merging(byCode) { $1 }
        self.byEnding = Self.families.merging(byEnding) { $1 }
    }

    private static let ours: [String: HTTPResponse.Status] = [
        "form.stale": .forbidden,
        "form.too-large": .contentTooLarge,
        "form.wrong-type": .unsupportedMediaType,
        "form.unreadable": .badRequest,
        "form.too-many-fields": .badRequest,
        "store.unavailable": .serviceUnavailable,
        "store.busy": .serviceUnavailable,
        // An address with something in it that is not a reference leads nowhere.
        "identifier.unreadable": .notFound,
    ]

    private static let families: [String: HTTPResponse.Status] = [
        "not-found": .notFound,
        "not-allowed": .forbidden,
        "changed": .conflict,
        "conflict": .conflict,
    ]

    public func status(of refusal: Refusal) -> HTTPResponse.Status {
        byCode[refusal.code] ?? refusal.code.split(separator: ".").last.flatMap { byEnding[String($0)] }
            ?? .unprocessableContent
    }
}
