import Casework
import Hummingbird
import Kernel
import Office
import Records

/// A form that sends one command about a customer: one file for each, in the folder of its capability.
///
/// `load` reads what the form offers; `fields` draws it; `read` makes the command. What a rule refuses is shown above the
/// field it is about, with everything typed kept.
protocol CaseForm: Sendable {
    associatedtype Command: CaseCommand
    static var name: CaseFormName { get }
    static var title: String { get }
    /// What the button says it does.
    static var button: String { get }
    /// What the link away from the form says.
    static var back: String { get }
    static var said: Said { get }
    /// Whether the answers are shown once more before they are sent, whatever they are.
    static var checks: Bool { get }
    /// Whether it is about one thing of the customer's, named in the address.
    static var hasItem: Bool { get }
    /// The field in which a file may be chosen; a form that has one is about one thing, and its answers are not shown
    /// once more.
    static var file: String? { get }
    /// The codes that may stand in the address, where it is about a kind of thing rather than one thing.
    static var kinds: [String] { get }
    /// For what the case is opened to whoever fills it in.
    static var opens: Act { get }
    /// Whether it shows who the person is as a search does, to whoever sees nothing of the record.
    static var showsAsSearched: Bool { get }

    /// - Refuses: when there is nothing to fill in, as for an appointment that is over.
    static func load(_ form: CaseFormVisit) async throws -> Self
    /// What stands in the fields at first.
    var initial: FormFields { get }
    func fields(in state: FormState) -> Fragment
    func read(_ form: FormReader) throws -> Command
    /// Whether these answers are shown once more before they are sent: where a mistake would cost.
    /// - Parameter command: what was answered; nil while nothing is, when the button is to say whether a check follows.
    func checks(_ command: Command?) -> Bool
    /// The answers as they are shown to be checked.
    func answers(_ command: Command) -> [(String, String)]
    /// Whether checked answers can be sent at all; when not, they can only be changed.
    func maySend(_ command: Command) -> Bool
    /// What will be sent or printed, as it will read, under the answers to check.
    func preview(_ command: Command) -> Fragment?
    /// Documents that the command's facts name by their digest.
    func documents(_ command: Command) -> [AttachedDocument]
    /// What to say when it is done, when that depends on what came of it.
    func said(_ performed: Performed) -> Said
    /// Where it is left for without sending it: the customer's page, unless the sender cannot open that.
    func leaves(_ visit: CaseFormVisit) -> Link
    /// Where to go when it is done: the customer's page, unless the form belongs to another.
    func then(_ performed: Performed) -> SiteURL
}

extension CaseForm {
    static var back: String { "Cancel" }
    static var checks: Bool { false }
    static var hasItem: Bool { false }
    static var file: String? { nil }
    static var kinds: [String] { [] }
    static var opens: Act { .readCase }
    static var showsAsSearched: Bool { false }
    var initial: FormFields { FormFields() }
    func checks(_ command: Command?) -> Bool { Self.checks }
    func answers(_ command: Command) -> [(String, String)] { [] }
    func maySend(_ command: Command) -> Bool { true }
    func preview(_ command: Command) -> Fragment? { nil }
    func documents(_ command: Command) -> [AttachedDocument] { [] }
    func said(_ performed: Performed) -> Said { Self.said }
    func leaves(_ visit: CaseFormVisit) -> Link {
        Link(visit.name, to: SiteURL.customer(visit.opened.seen.id).address)
    }
    func then(_ performed: Performed) -> SiteURL { .customer(performed.file.id) }
}

/// A visit to a form: whose case, as the visitor sees it.
struct CaseFormVisit: Sendable {
    let visit: Visit
    let opened: OpenedCase
    let item: String?
    /// The files that came with it.
    var files: [FormFile] = []

    /// The customer's name, or a short reference where the reader does not see names.
    var name: String { opened.seen.identity?.name ?? "Customer \(opened.seen.id.description.suffix(6))" }

    func item<Named>(_: Named.Type = Named.self) throws -> Identifier<Named> { try Identifier(item ?? "") }

    func programme() -> Programme? { opened.seen.referral.flatMap { visit.office.programmes[$0.programme] } }
}

extension Router<SiteContext> {
    /// Adds every form about a customer: two routes serve them all.
    func addCaseForms(_ site: Site, _ forms: [any CaseForm.Type]) {
        let byName = Dictionary(uniqueKeysWithValues: forms.map { ($0.name, $0) })
        for route in [SiteURL.Route.form, .itemForm] {
            page(route, site) { visit in
                let form = try find(byName, visit, route)
                return try await show(form, visit)
            }
            self.form(route, site, files: route == .itemForm ? Documents.largest : nil) { visit, fields in
                let form = try find(byName, visit, route)
                return try await send(form, visit, fields)
            }
        }
    }
}

private func find(
    _ forms: [CaseFormName: any CaseForm.Type], _ visit: Visit, _ route: SiteURL.Route
) throws -> any CaseForm.Type {
    guard let name = visit.context.parameters.get("form").flatMap(CaseFormName.init(rawValue:)), let form = forms[name],
        form.hasItem == (route == .itemForm)
    else { throw HTTPError(.notFound) }
    return form
}

/// Opens the case for a form, with the look on record, and loads what the form offers.
/// - Refuses: whoever may not send it.
func loaded<Form: CaseForm>(_ form: Form.Type, _ visit: Visit) async throws -> (CaseFormVisit, Form) {
    try await loaded(form, visit, visit.office.open(visit.subject, as: visit.actor, to: Form.opens))
}

/// The same for a case that is open.
func loaded<Form: CaseForm>(
    _ form: Form.Type, _ visit: Visit, _ opened: OpenedCase, files: [FormFile] = []
) async throws -> (CaseFormVisit, Form) {
    try Powers.require(Form.Command.act, of: visit.actor.role, as: opened.relation)
    let formVisit = CaseFormVisit(
        visit: visit, opened: opened, item: visit.context.parameters.get("item"), files: files)
    return (formVisit, try await Form.load(formVisit))
}

private func show<Form: CaseForm>(_ form: Form.Type, _ visit: Visit) async throws -> Page {
    let (formVisit, loaded) = try await loaded(form, visit)
    return formPage(loaded, formVisit, FormState(loaded.initial), seen: formVisit.opened.seen.sequence)
}

private func send<Form: CaseForm>(_ form: Form.Type, _ visit: Visit, _ fields: FormFields) async throws -> FormOutcome {
    do {
        let (formVisit, loaded) = try await loaded(
            form, visit, visit.office.open(visit.subject, as: visit.actor, to: Form.opens), files: fields.files)
        return try await take(loaded, formVisit, fields)
    } catch let refusal as Refusal where visit.who.ownPage == nil {
        // What is shared can stop while its page is open.
        guard let closed = NotOpen(refusal, typed: fields.answered, files: fields.files) else { throw refusal }
        return .refused(closed.page, closed.status)
    }
}

private func take<Form: CaseForm>(
    _ loaded: Form, _ formVisit: CaseFormVisit, _ fields: FormFields
) async throws -> FormOutcome {
    let visit = formVisit.visit
    let newest = formVisit.opened.seen.sequence
    do {
        let (command, id, seen) = try FormReader.read(fields) { form in
            (try loaded.read(form), form.command, form.seen)
        }
        let documents = loaded.documents(command)
        // A command with papers names their digests, and is known again by itself.
        let content =
            documents.isEmpty
            ? "\(Form.name.rawValue) \(formVisit.item ?? "") \(fields.answered.map { [$0.name, $0.value] })" : nil
        if fields["change"] != nil {
            return .again(formPage(loaded, formVisit, FormState(fields), seen: newest))
        }
        if loaded.checks(command), fields["checked"] != "yes" {
            if loaded.maySend(command) {
                try await visit.office.rehearse(
                    command, on: try visit.subject, as: visit.actor, id: Identifier(id), content: content)
            }
            return .again(checkPage(loaded, formVisit, fields, command))
        }
        let performed = try await visit.office.perform(
            command, on: try visit.subject, as: visit.actor, id: Identifier(id), seen: seen,
            documents: documents, content: content)
        return .done(loaded.then(performed), loaded.said(performed))
    } catch let errors as FormErrors {
        return .again(formPage(loaded, formVisit, FormState(fields, errors: errors), seen: newest))
    } catch let refusal as Refusal where !refusal.isOfTheStore && !NotOpen.codes.contains(refusal.code) {
        return .again(formPage(loaded, formVisit, FormState(fields).refused(refusal), seen: newest))
    }
}

extension FormFields {
    /// What was answered, without what a form says of its own sending.
    var answered: [Field] {
        all.filter { !["csrf", "command", "seen", "checked", "change"].contains($0.name) }
    }
}

private func formPage<Form: CaseForm>(
    _ form: Form, _ visit: CaseFormVisit, _ state: FormState, seen: Int
) -> Page {
    let id = visit.opened.seen.id
    let action = visit.item.map { SiteURL.itemForm(Form.name, id, item: $0) } ?? .form(Form.name, id)
    let back = form.leaves(visit)
    return Page(Form.title, trail: [back], failed: !state.errors.isEmpty) {
        PostForm(
            to: action.address, seal: visit.visit.seal(seen: seen, keeping: state.fields), state: state,
            takesFiles: Form.file != nil
        ) {
            form.fields(in: state)
            Buttons {
                SubmitButton(form.checks(nil) ? "Check the answers" : Form.button)
                a(.href(back.address)) { Form.back }
            }
        }
    }.about(visit.opened.seen, asSearched: Form.showsAsSearched)
}

private func checkPage<Form: CaseForm>(
    _ form: Form, _ visit: CaseFormVisit, _ fields: FormFields, _ command: Form.Command
) -> Page {
    let id = visit.opened.seen.id
    let action = visit.item.map { SiteURL.itemForm(Form.name, id, item: $0) } ?? .form(Form.name, id)
    let answers = form.answers(command)
    let maySend = form.maySend(command)
    let preview = form.preview(command)
    let hiddenFields = fields.answered
    let seen = fields["seen"].flatMap { Int($0) }
    return Page(
        "Check before sending: \(Form.title.lowercased())", trail: [form.leaves(visit)]
    ) {
        PostForm(to: action.address, seal: visit.visit.seal(seen: seen, keeping: fields)) {
            ForEach(hiddenFields) { field in input(.type(.hidden), .name(field.name), .value(field.value)) }
            input(.type(.hidden), .name("checked"), .value("yes"))
            SummaryList {
                ForEach(answers) { answer in SummaryRow(answer.0) { answer.1 } }
            }
            preview
            Buttons {
                if maySend { SubmitButton(Form.button) }
                SubmitButton("Change an answer", .secondary, choice: ("change", "yes"))
            }
        }
    }.about(visit.opened.seen)
}
