import Casework
import Hummingbird
import Kernel
import Office
import Records

/// The forms of a customer's own page, by the word that stands in their address.
enum OwnFormName: String, Sendable, CaseIterable {
    case confirm, move, goal, step, agree, object, done, missed, share, stop, supporter
    case supporterCode = "supporter-code"
    case endSupporter = "end-supporter"
    case ask, complain, tell, wish, join, needs
    case letSee = "let-see"
    case packet
    case cannotGo = "cannot-go"
    case inTheWay = "in-the-way"
    case isItRight = "is-it-right"
    case notRight = "not-right"
    case stillRight = "still-right"
}

/// A form on a customer's own page that sends one command: one idea a page, in words for the customer.
protocol OwnForm: Sendable {
    associatedtype Command: CaseCommand
    static var name: OwnFormName { get }
    static var title: String { get }
    static var button: String { get }
    /// What the button says while the answers are still to be shown once more; nil where they are sent at once.
    static var checkButton: String? { get }
    static var said: Said { get }
    /// Where the way back leads.
    static var back: SiteURL { get }
    static var hasItem: Bool { get }
    /// The field in which a file may be chosen; a form that has one is about one thing.
    static var file: String? { get }

    static func load(_ own: OwnVisit, item: String?) async throws -> Self
    var initial: FormFields { get }
    func fields(in state: FormState) -> Fragment
    func read(_ form: FormReader) throws -> Command
    /// What the answers come to, shown once more before they are sent; nil where they are sent at once.
    func check(_ command: Command) -> Fragment?
    /// Documents that the command's facts name by their digest.
    func documents(_ command: Command) -> [AttachedDocument]
    func then(_ performed: Performed) -> SiteURL
    func said(_ command: Command) -> Said
}

extension OwnForm {
    static var back: SiteURL { .me }
    static var checkButton: String? { nil }
    static var hasItem: Bool { false }
    static var file: String? { nil }
    var initial: FormFields { FormFields() }
    func check(_ command: Command) -> Fragment? { nil }
    func documents(_ command: Command) -> [AttachedDocument] { [] }
    func then(_ performed: Performed) -> SiteURL { Self.back }
    func said(_ command: Command) -> Said { Self.said }
}

/// Every form of a customer's own page.
enum OwnForms {
    static let all: [any OwnForm.Type] = [
        ConfirmForm.self, AskToMoveForm.self, OwnGoalForm.self, OwnStepForm.self, OwnAgreeForm.self,
        OwnObjectForm.self, OwnDoneForm.self, OwnMissedForm.self,
        OwnShareForm.self, OwnStopForm.self, OwnSupporterForm.self,
        OwnSupporterCodeForm.self, OwnEndSupporterForm.self, OwnAskForm.self, OwnComplainForm.self, OwnTellForm.self,
        OwnWishForm.self, OwnJoinForm.self, OwnCannotGoForm.self, OwnLetSeeForm.self, OwnPacketForm.self,
        OwnInTheWayForm.self, OwnIsItRightForm.self,
        OwnNotRightForm.self, OwnStillRightForm.self, OwnNeedsForm.self,
    ]
}

extension Router<SiteContext> {
    /// Two routes serve them all.
    func addOwnForms(_ site: Site, _ forms: [any OwnForm.Type]) {
        let byName = Dictionary(uniqueKeysWithValues: forms.map { ($0.name, $0) })
        for route in [SiteURL.Route.meForm, .meItemForm] {
            ownPage(route, site) { own in
                let form = try find(byName, own.visit.context, route)
                return try await show(form, own)
            }
            self.form(route, site, files: route == .meItemForm ? Documents.largest : nil) { visit, fields in
                let form = try find(byName, visit.context, route)
                return try await send(form, try await visit.own(files: fields.files), fields)
            }
        }
    }
}

private func find(
    _ forms: [OwnFormName: any OwnForm.Type], _ context: SiteContext, _ route: SiteURL.Route
) throws -> any OwnForm.Type {
    guard let name = context.parameters.get("form").flatMap(OwnFormName.init(rawValue:)), let form = forms[name],
        form.hasItem == (route == .meItemForm)
    else { throw HTTPError(.notFound) }
    return form
}

private func opened<Form: OwnForm>(_ form: Form.Type, _ own: OwnVisit) async throws -> Form {
    try Powers.require(Form.Command.act, of: own.visit.actor.role, as: own.opened.relation)
    return try await Form.load(own, item: own.visit.context.parameters.get("item"))
}

private func show<Form: OwnForm>(_ form: Form.Type, _ own: OwnVisit) async throws -> Page {
    let form = try await opened(form, own)
    return page(form, own, FormState(form.initial))
}

private func send<Form: OwnForm>(_ form: Form.Type, _ own: OwnVisit, _ fields: FormFields) async throws -> FormOutcome {
    let loaded: Form
    do {
        loaded = try await opened(form, own)
    } catch let refusal as Refusal where own.seen.sequence != fields["seen"].flatMap({ Int($0) }) {
        // What it was about has gone since the page was opened: said where they can go on from.
        var gone = Page(Form.title, failed: true) {
            NoticeBox(.attention, refusal.told.sentence)
            p { Link(OwnPageWords.back(), to: Form.back.address) }
        }
        gone.audience = .customer
        return .again(gone)
    }
    do {
        let (command, id, seen) = try FormReader.read(fields) { (try loaded.read($0), $0.command, $0.seen) }
        if fields["change"] != nil { return .again(page(loaded, own, FormState(fields))) }
        if let shown = loaded.check(command), fields["checked"] != "yes" {
            try await own.visit.office.rehearse(
                command, on: own.visitor.subject, as: own.visit.actor, id: Identifier(id))
            return .again(checkPage(loaded, own, fields, shown))
        }
        let performed = try await own.visit.office.perform(
            command, on: own.visitor.subject, as: own.visit.actor, id: Identifier(id), seen: seen,
            documents: loaded.documents(command))
        return .done(loaded.then(performed), loaded.said(command))
    } catch let errors as FormErrors {
        return .again(page(loaded, own, FormState(fields, errors: errors)))
    } catch let refusal as Refusal
        where !refusal.isOfTheStore && !["power.none", "case.none", "supporter.ended"].contains(refusal.code)
    {
        return .again(page(loaded, own, FormState(fields).refused(refusal)))
    }
}

private func page<Form: OwnForm>(_ form: Form, _ own: OwnVisit, _ state: FormState) -> Page {
    var page = Page(
        Form.title, trail: [Link(OwnPageWords.home(), to: SiteURL.me.address)], failed: !state.errors.isEmpty
    ) {
        PostForm(
            to: address(form, own), seal: own.visit.seal(seen: own.seen.sequence, keeping: state.fields), state: state,
            takesFiles: Form.file != nil
        ) {
            form.fields(in: state)
            Buttons {
                SubmitButton(Form.checkButton ?? Form.button)
                a(.href(Form.back.address)) { OwnPageWords.back() }
            }
        }
    }
    page.audience = .customer
    return page
}

/// What the answers come to, with the way to send them and the way to change one.
private func checkPage<Form: OwnForm>(_ form: Form, _ own: OwnVisit, _ fields: FormFields, _ shown: Fragment) -> Page {
    let hidden = fields.answered
    let seen = fields["seen"].flatMap { Int($0) }
    var page = Page(OwnPacketWords.checkTitle(), trail: [Link(OwnPageWords.home(), to: SiteURL.me.address)]) {
        PostForm(to: address(form, own), seal: own.visit.seal(seen: seen, keeping: fields)) {
            ForEach(hidden) { field in input(.type(.hidden), .name(field.name), .value(field.value)) }
            input(.type(.hidden), .name("checked"), .value("yes"))
            shown
            Buttons {
                SubmitButton(Form.button)
                SubmitButton(OwnPacketWords.change(), .secondary, choice: ("change", "yes"))
            }
        }
    }
    page.audience = .customer
    return page
}

/// Where a form is sent to.
private func address<Form: OwnForm>(_ form: Form, _ own: OwnVisit) -> String {
    let item = own.visit.context.parameters.get("item")
    return (item.map { SiteURL.meItemForm(Form.name, item: $0) } ?? .meForm(Form.name)).address
}
