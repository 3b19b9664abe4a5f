using System.Diagnostics;
using System.Text.Json.Nodes;
using AgentFunctions.Contract.Tests.Drivers;
using AgentFunctions.Shared;
using AgentFunctions.Shared.Processes;
using Microsoft.AspNetCore.WebUtilities;

namespace AgentFunctions.Contract.Tests.Deployments;

/// <summary>
/// What is tested: the app at APP_URL with LocalCloud at LOCALCLOUD_URL, and a second issuer that the app trusts, which
/// this process serves at ISSUER_ADDRESS. Where none of the three is set, all is started here.
/// </summary>
public sealed class Deployment : IAsyncLifetime
{
    private static readonly TimeSpan LongestUntilTrusted = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    private StartedHere? started;
    private TestIssuer? issuer;
    private Wire? wire;
    private Tokens? tokens;
    private JsonObject claims = [];

    internal Wire Wire => wire!; // Made before any test runs.

    internal Tokens Tokens => tokens!; // Made before any test runs.

    internal Administration Administration => new(Wire, Tokens);

    /// <summary>The issuer whose keys this process has.</summary>
    internal TestIssuer Issuer => issuer!; // Made before any test runs.

    /// <summary>The tenant of the deployment, as LocalCloud's tokens say it.</summary>
    internal string Tenant => claims["tid"]!.GetValue<string>(); // Read before any test runs.

    /// <summary>What tokens must be for, as LocalCloud's tokens say it.</summary>
    internal string Audience => claims["aud"]!.GetValue<string>(); // Read before any test runs.

    public async ValueTask InitializeAsync()
    {
        string?[] given = [.. new[] { "APP_URL", "LOCALCLOUD_URL", "ISSUER_ADDRESS" }.Select(Environment.GetEnvironmentVariable)];
        var issuerAddress = given[2]?.TrimEnd('/') ?? FreePort.Address();
        issuer = await TestIssuer.StartAsync(TimeProvider.System, issuerAddress, CancellationToken.None);
        issuer.Keys = [TestKey.Rsa(Unique.Name("key"))]; // The app may still hold the key of an earlier run, under its name.
        switch (given)
        {
            case [{ } app, { } cloud, not null]:
                (wire, tokens) = (new(app.TrimEnd('/')), new(cloud.TrimEnd('/')));
                break;
            case [null, null, null]:
                started = await StartedHere.StartAsync(issuerAddress, CancellationToken.None);
                (wire, tokens) = (new(started.AppUrl), new(started.LocalCloudUrl));
                break;
            default:
                throw new InvalidOperationException("set APP_URL, LOCALCLOUD_URL and ISSUER_ADDRESS, or none of them");
        }

        var token = await tokens.AdministratorAsync();
        claims = JsonNode.Parse(WebEncoders.Base64UrlDecode(token.Split('.')[1]))!.AsObject(); // LocalCloud's tokens have claims.
        await UntilTrustedAsync();
        await PutIntoServiceAsync();
    }

    public async ValueTask DisposeAsync()
    {
        wire?.Dispose();
        tokens?.Dispose();
        if (started is not null) await started.DisposeAsync();
        if (issuer is not null) await issuer.DisposeAsync();
    }

    /// <summary>A token of the second issuer, to be made hostile: it is good as it is.</summary>
    internal TestToken Token(string clientId, params string[] roles) => Issuer.AppOnly(clientId, roles).With("tid", Tenant).With("aud", Audience);

    // The app asks an issuer again for a key that it does not know only after a quiet time.
    private async Task UntilTrustedAsync()
    {
        var begun = Stopwatch.GetTimestamp();
        while ((await Wire.SendAsync(Call.Get("/tenant", Token("contract-issuer", "Tenant.Read").Text))) is { Status: not 200 } refusal)
        {
            if (Stopwatch.GetElapsedTime(begun) > LongestUntilTrusted)
            {
                throw new InvalidOperationException($"the app does not accept tokens of {Issuer.Name} for {Audience}: {refusal.Status} {refusal.Text}");
            }

            await Task.Delay(Pause, CancellationToken.None);
        }
    }

    // A tenant of which nothing was written is suspended; one that has settings keeps them.
    private async Task PutIntoServiceAsync()
    {
        var tenant = await Administration.GetAsync("/tenant");
        if (tenant.ETag.Length == 0) await Administration.PutAsync("/tenant", "{}");
        await Administration.SwitchAsync("tenant/resume");
    }
}
