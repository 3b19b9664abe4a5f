using Microsoft.AspNetCore.Http;

namespace AgentFunctions.Hosting;

/// <summary>What is the same in every problem of one code (RFC 9457 section 3.1). Documented in docs/problems.md.</summary>
/// <param name="Name">The code on the wire: snake_case, stable.</param>
internal sealed record ProblemKind(string Name, int Status, string Title)
{
    public static ProblemKind Of(ProblemCode code) => code switch
    {
        ProblemCode.ActorNotCaller => new("actor_not_caller", StatusCodes.Status403Forbidden, "the actor is not the caller"),
        ProblemCode.AgentNotAccepted => new("agent_not_accepted", StatusCodes.Status403Forbidden, "a governed agent may not administer"),
        ProblemCode.BodyTimeout => new("body_timeout", StatusCodes.Status408RequestTimeout, "the body did not arrive in time"),
        ProblemCode.BodyTooLarge => new("body_too_large", StatusCodes.Status413PayloadTooLarge, "the body is too large"),
        ProblemCode.Conflict => new("conflict", StatusCodes.Status409Conflict, "the request conflicts with what is there"),
        ProblemCode.DeadlineExceeded => new("deadline_exceeded", StatusCodes.Status503ServiceUnavailable, "no answer in time"),
        ProblemCode.FunctionNotDeclared => new("function_not_declared", StatusCodes.Status403Forbidden, "the function declares no access"),
        ProblemCode.ImportsBusy => new("imports_busy", StatusCodes.Status503ServiceUnavailable, "other imports are being read"),
        ProblemCode.ImportUnderWay => new("import_under_way", StatusCodes.Status409Conflict, "an import of it is under way"),
        ProblemCode.InvalidJson => new("invalid_json", StatusCodes.Status400BadRequest, "the body is not acceptable json"),
        ProblemCode.InvalidPath => new("invalid_path", StatusCodes.Status400BadRequest, "a part of the path is not acceptable"),
        ProblemCode.InvalidRequest => new("invalid_request", StatusCodes.Status400BadRequest, "the request is not acceptable"),
        ProblemCode.InvalidToken => new("invalid_token", StatusCodes.Status401Unauthorized, "the token is not acceptable"),
        ProblemCode.IssuerUnavailable => new("issuer_unavailable", StatusCodes.Status503ServiceUnavailable, "the token's issuer cannot be reached"),
        ProblemCode.LedgerUnavailable => new("ledger_unavailable", StatusCodes.Status503ServiceUnavailable, "the ledger cannot be written"),
        ProblemCode.NotFound => new("not_found", StatusCodes.Status404NotFound, "there is no such thing"),
        ProblemCode.PersonNotLiving => new("person_not_living", StatusCodes.Status409Conflict, "the person is not known to be living"),
        ProblemCode.PreconditionFailed => new("precondition_failed", StatusCodes.Status412PreconditionFailed, "it has changed since it was read"),
        ProblemCode.PreconditionRequired => new("precondition_required", StatusCodes.Status428PreconditionRequired, "say which version is to be changed"),
        ProblemCode.RoleMissing => new("role_missing", StatusCodes.Status403Forbidden, "the caller does not have the role"),
        ProblemCode.SecondPersonRequired => new("second_person_required", StatusCodes.Status403Forbidden, "nobody widens what they answer for alone"),
        ProblemCode.StorageUnavailable => new("storage_unavailable", StatusCodes.Status503ServiceUnavailable, "storage cannot be reached"),
        ProblemCode.TokenMissing => new("token_missing", StatusCodes.Status401Unauthorized, "a token is needed"),
        ProblemCode.UnsupportedMediaType => new("unsupported_media_type", StatusCodes.Status415UnsupportedMediaType, "the body must be plain json"),
        _ => new("internal_error", StatusCodes.Status500InternalServerError, "the request failed here"),
    };
}
