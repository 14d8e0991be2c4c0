import Casework
import HTTPTypes
import Hummingbird
import Kernel
import NIOCore
import Office

extension Site {
    /// The plan, and the two ways to have it on paper.
    func addPlan(to router: Router<SiteContext>) {
        router.page(.plan, self) { visit in try await PlanPage.load(visit).page }
        router.page(.planSheet, self) { visit in
            let page = try await sheetPage(visit)
            let sheet = PlanSheet(page)
            return Page(
                "Your plan", heading: "Your plan: \(sheet.name)",
                trail: [Link("Action plan", to: SiteURL.plan(page.subject).address)]
            ) { sheet.page }.about(page.opened.seen)
        }
        router.get(RouterPath(SiteURL.Route.planText.rawValue)) { [self] request, context in
            guard let visit = visit(request, context) else { return askToSignIn(request) }
            let sheet = PlanSheet(try await sheetPage(visit))
            return Response(
                status: .ok,
                headers: [
                    .contentType: "text/plain; charset=utf-8",
                    .contentDisposition: "attachment; filename=\"your-plan-\(sheet.day).txt\"",
                ], body: .init(byteBuffer: ByteBuffer(string: sheet.text)))
        }
    }
}

/// The plan for its sheet, as it is or by the version that is asked for.
/// - Refuses: a version that there is none of.
private func sheetPage(_ visit: Visit) async throws -> PlanPage {
    guard let page = try await PlanPage.load(visit).asAsked else {
        throw Refusal(
            "plan-version.not-found", "The plan has no such version. Choose one from the list on the plan’s page.")
    }
    return page
}
