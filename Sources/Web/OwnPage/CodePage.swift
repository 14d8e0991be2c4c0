import Casework
import Hummingbird
import Kernel
import Office

extension Site {
    /// A code as it is printed, for staff and for the customer who made one.
    func addCodes(to router: Router<SiteContext>) {
        router.page(.code, self) { visit in
            let code = try await visit.office.code(
                of: visit.identifier("item"), on: visit.subject, as: visit.actor)
            return codePage(
                code, to: visit, trail: [Link("Customer", to: SiteURL.customer(try visit.subject).address)],
                isStaff: true)
        }
        router.ownPage(.meCode, self) { own in
            let code = try await own.visit.office.code(
                of: own.visit.identifier("item"), on: own.visitor.subject, as: own.visit.actor)
            return codePage(
                code, to: own.visit, trail: [Link(OwnPageWords.home(), to: SiteURL.me.address)], isStaff: false)
        }
    }
}

private func codePage(_ code: WrittenCode, to visit: Visit, trail: [Link], isStaff: Bool) -> Page {
    Page(CodeWords.title(), trail: trail) {
        if let supporter = code.supporter { p { CodeWords.whose(supporter) } }
        p(.class("code")) { strong { code.code } }
        p { CodeWords.use() }
        p { strong { "\(visit.office.address.with { $0 } ?? "")\(SiteURL.welcome.address)" } }
        p { CodeWords.until(code.expires.saidClock, code.expires.day.saidInFull) }
        p { CodeWords.keep() }
        if isStaff { p(.class("hint screen")) { CodeWords.print() } }
    }
}
