public import Kernel

/// How long ways in last, and how many there may be. Ours.
public enum AccessLimits {
    /// Days for which an invitation by somebody who helps works.
    public static let invitationDays = 7
    /// Minutes for which a link asked for at the sign-in page works.
    public static let askedMinutes = 60
    /// Links a person is sent in a day for the asking.
    public static let asksADay = 3
    /// Wrong tries after which a code is dead.
    public static let wrongTries = 5
    /// Calendar months a supporter may be named for at most.
    public static let supporterMonths = 12
    /// Calendar months for which it is told that a supporter's last day has passed. Ours.
    public static let lapsedMonths = 3
}

/// Lets the person in to their own page, by a link or a code that works once.
/// - Refuses: a link by e-mail where there is no address that they agreed to.
public struct InviteCustomer: CaseCommand {
    public let route: InvitationRoute

    public init(route: InvitationRoute) { self.route = route }

    public static let act = Act.inviteCustomer

    public func decide(on file: CaseFile, in context: Context) throws(Refusal) -> [Fact] {
        let customer = try file.registered()
        guard route != .email || customer.agreedEmail != nil else {
            throw Refusal(
                "access.no-email",
                "They have not agreed to e-mail, or have given no address. Give them a code instead, or ask them first.",
                field: "route")
        }
        return [.access(.invited(Identifier(context.command), supporter: nil, route))]
    }
}

/// Sends the person a new link because somebody asked for one at the sign-in page. Whoever asks is told nothing.
/// - Refuses: a person who was never let in, who agreed to no e-mail, or who had as many today as there may be.
public struct AskForLink: CaseCommand {
    public init() {}

    public static let act = Act.askForLink

    public func decide(on file: CaseFile, in context: Context) throws(Refusal) -> [Fact] {
        let customer = try file.registered()
        let asked = file.access.invitations.filter { $0.isAsked && $0.event.recorded.day == context.today }
        guard file.access.isOpen, customer.agreedEmail != nil, asked.count < AccessLimits.asksADay else {
            throw Refusal("access.no-link", "No link goes to this person now.")
        }
        return [.access(.linkAsked(Identifier(context.command)))]
    }
}

/// Closes the person's own page: every way in and everybody signed in there, at once. For when a phone is lost, or
/// somebody else reads it.
/// - Refuses: one that is not open.
public struct CloseAccess: CaseCommand {
    public init() {}

    public static let act = Act.inviteCustomer

    public func decide(on file: CaseFile, in context: Context) throws(Refusal) -> [Fact] {
        guard file.access.isOpen else {
            throw Refusal("access.closed", "Their own page is not open, so there is nothing to close.")
        }
        return [.access(.closed)]
    }
}
