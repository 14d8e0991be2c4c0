/// What takes a letter on its way by e-mail: a mail server, or a folder of a demonstration.
public protocol Courier: Sendable {
    /// Whom letters are from.
    var from: MailAddress { get }
    /// Where letters go instead of to people, for a page to say; nil when they go to people.
    var insteadOfSending: String? { get }
    /// Gives a letter over. Bounded in time, and ends early when its task is cancelled.
    func deliver(_ message: MailMessage) async -> Delivery
}

/// What came of giving a letter over.
public enum Delivery: Sendable, Equatable {
    case taken
    /// The server takes no mail for this address, or not this letter; trying again would change nothing.
    case refused
    /// Not this time; why, in words that hold nothing about the customer.
    case notNow(String)
}
