import Casework
import HTTPTypes
import Hummingbird
import Kernel
import NIOCore
import Office
import Records

extension Site {
    /// The page of one customer, and what stands behind it.
    func addCustomer(to router: Router<SiteContext>) {
        let site = self
        router.staffPage(.customer, self) { visit in try await visit.customerPage().page }
        router.staffPage(.journey, self) { visit in
            JourneyPage(try await visit.customerPage(), from: visit.query("from").flatMap { Int($0) }).page
        }
        router.page(.looks, self) { visit in try await visit.looksPage() }
        router.get(RouterPath(SiteURL.Route.document.rawValue)) { request, context in
            guard let visit = site.visit(request, context) else { return site.askToSignIn(request) }
            return try await visit.noticeResponse()
        }
    }
}

extension Router<SiteContext> {
    /// A page about one customer for staff: the customer, and whoever acts for them, is brought to their own.
    fileprivate func staffPage(
        _ route: SiteURL.Route, _ site: Site, _ make: @escaping @Sendable (Visit) async throws -> Page
    ) {
        get(RouterPath(route.rawValue)) { request, context -> Response in
            guard let visit = site.visit(request, context) else { return site.askToSignIn(request) }
            guard visit.who.ownPage == nil else { return .afterForm(to: SiteURL.me.address) }
            var page = try await make(visit)
            if page.flash == nil { page.flash = visit.flash }
            return site.response(page, context)
        }
    }
}

extension Visit {
    fileprivate func customerPage() async throws -> CustomerPage {
        let opened = try await office.open(subject, as: actor)
        let typed = query(CustomerPage.knownOn) ?? ""
        var asked = FormState(FormFields([CustomerPage.knownOn: typed]))
        var known: CalendarDay?
        do throws(Refusal) {
            // From today on there is nothing earlier to show.
            if !typed.isEmpty { known = try TypedDay.read(typed) }
            if let day = known, day >= today { known = nil }
        } catch {
            asked = asked.refused(error.about(CustomerPage.knownOn))
        }
        let draw = try await drawn(opened.seen.referral)
        var page = CustomerPage(opened, for: actor, known: known, drawn: draw, office: office)
        page.asked = asked
        page.isByOtherAddress = try opened.seen.id != subject
        return page
    }

    private func drawn(_ referral: Referral?) async throws -> DrawnArea? {
        guard let referral else { return nil }
        return try await office.database.read { [keyring = office.keyring] connection in
            DrawnArea(
                area: try Area.load(referral.area, streams: Streams(keys: keyring), in: connection),
                providers: try OrganisationRegister.names(in: connection))
        }
    }

    /// The exact text that was served, or a paper that was kept, to be kept or printed; never shown by the browser as a
    /// page.
    fileprivate func noticeResponse() async throws -> Response {
        let digest = context.parameters.get("digest") ?? ""
        let (document, content) = try await office.notice(digest, of: subject, as: actor)
        let name = "\(document.type == .text ? "notice" : "proof")-\(digest.prefix(8))"
        if document.type == .text, asksForLargePrint {
            let text = String(decoding: content, as: UTF8.self)
            return LetterFile(text: text, language: NoticeText.language(of: text), name: name, isLarge: true).response
        }
        var headers = HTTPFields()
        headers[.contentType] = document.type.mediaType
        headers[.contentDisposition] = "attachment; filename=\"\(name).\(document.type.ending)\""
        return Response(status: .ok, headers: headers, body: .init(byteBuffer: ByteBuffer(bytes: content)))
    }
}
