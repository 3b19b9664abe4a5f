using Microsoft.Extensions.Options;

namespace AgentFunctions.Hosting;

/// <summary>Refuses a public address that would put links or metadata on an open wire.</summary>
internal sealed class PublicAddress : IValidateOptions<HostingOptions>
{
    public ValidateOptionsResult Validate(string? name, HostingOptions options) =>
        Uri.TryCreate(options.PublicBaseUrl, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))
        && address is { Query: "", Fragment: "", UserInfo: "" }
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail($"{HostingOptions.Section}:{nameof(HostingOptions.PublicBaseUrl)} must be an https address without query and fragment");
}
