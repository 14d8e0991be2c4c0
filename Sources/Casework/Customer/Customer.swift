public import Kernel

/// The person a case is about: who they are, sealed, and the few things about them that are not.
public struct Customer: Sendable, Equatable {
    public internal(set) var identity: Sealed<Identity>
    public let registered: EventStamp
    /// The jobcentre that holds the claim and the council service that helps them, so far as there is one.
    public internal(set) var keepers: Keepers
    /// Fixed at registration and shared by partners, so that a draw can be repeated by anyone and names nobody.
    public internal(set) var drawToken: DrawToken
    /// The partner's case, when theirs is a joint claim.
    public let jointClaim: Identifier<CaseFile>?
    public internal(set) var corrections: [EventStamp] = []
    /// When they agreed to be written to by e-mail; nil when they did not, or no longer do. Another address needs
    /// agreement of its own.
    public internal(set) var emailAgreed: EventStamp?
    /// The language they read; nil while nobody has said.
    public internal(set) var language: Language?
    /// What was erased of the record, in order.
    public internal(set) var erasures: [Erased] = []

    /// One erasure, and when it was.
    public struct Erased: Sendable, Equatable {
        public let event: EventStamp
        public let erasure: CustomerFact.Erasure
    }

    /// Where they may be written to by e-mail; nil without an address, or without agreement to its use.
    public var agreedEmail: String? { emailAgreed == nil ? nil : identity.value?.email }

    static func apply(_ fact: CustomerFact, _ stamp: EventStamp, to customer: inout Customer?) {
        switch fact {
        case .registered(let registration, let identity):
            customer = Customer(
                identity: identity, registered: stamp, keepers: Keepers(Keepers.Keeper(registration, stamp)),
                drawToken: registration.drawToken, jointClaim: registration.jointClaim)
        case .takenUp, .givenBack, .toldOfKeeper, .untoldOfKeeper, .ledBy, .needsStated: break
        case .corrected(_, let fields, let identity):
            customer?.identity = identity
            customer?.corrections.append(stamp)
            if fields.contains("email") { customer?.emailAgreed = nil }
        case .emailChosen(let agreed): customer?.emailAgreed = agreed ? stamp : nil
        case .languageChosen(let language): customer?.language = language
        case .erased(let erasure):
            customer?.erasures.append(Erased(event: stamp, erasure: erasure))
            if erasure.classes.contains(.identity) {
                customer?.identity = .shut
                customer?.emailAgreed = nil
            }
        }
    }
}

/// 128 random bits that stand for one person, or one joint claim, in a public register of draws.
public struct DrawToken: Sendable, Hashable, CustomStringConvertible {
    /// 32 hexadecimal digits.
    public let description: String

    public init(random: RandomSource) {
        description = Identifier<DrawToken>(high: random.next(), low: random.next()).description.replacing(
            "-", with: "")
    }

    /// - Throws: `JSONFault` when it is not 32 hexadecimal digits.
    public init(_ text: String) throws {
        guard text.utf8.count == 32, text.utf8.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x66).contains($0) })
        else { throw JSONFault("“\(text.prefix(40))” is not a draw token") }
        description = text
    }
}
