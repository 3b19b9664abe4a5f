using System.Security.Cryptography;
using AgentFunctions.LocalCloud.Tests.Drivers;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace AgentFunctions.LocalCloud.Tests.Issuer;

public sealed class KeyFileTests : IDisposable
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private static readonly CancellationToken Cancellation = TestContext.Current.CancellationToken;

    private readonly string folder = Directory.CreateTempSubdirectory("localcloud-key-").FullName;

    private string Path => System.IO.Path.Combine(folder, "keys", "issuer.pem");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_token_from_before_a_restart_validates_after_it()
    {
        string token;
        Uri address;
        await using (var before = await StartAsync())
        {
            (address, token) = (before.Base, await before.LocalTokenAsync(Cancellation, ("client_id", "a")));
        }

        await using var after = await StartAsync(address.ToString());
        var keys = new JsonWebKeySet((await after.GetJsonAsync($"/{RunningLocalCloud.Tenant}/discovery/v2.0/keys", Cancellation)).GetRawText());
        var result = await new JsonWebTokenHandler().ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidIssuer = after.Issuer,
            ValidAudience = "api://agentfunctions",
            IssuerSigningKeys = keys.GetSigningKeys(),
        });

        result.IsValid.ShouldBeTrue(result.Exception?.Message);
    }

    [Fact]
    public async Task Without_a_file_every_start_has_another_key()
    {
        await using var first = await RunningLocalCloud.StartAsync(Cancellation);
        await using var second = await RunningLocalCloud.StartAsync(Cancellation);

        (await KeyIdAsync(first)).ShouldNotBe(await KeyIdAsync(second));
    }

    [Fact]
    public async Task The_file_is_for_its_owner_only_and_alone_in_its_folder()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "rights of this kind are Unix's");
        await using var cloud = await StartAsync();

        Directory.GetFiles(System.IO.Path.GetDirectoryName(Path)!).ShouldBe([Path]);
        if (!OperatingSystem.IsWindows()) File.GetUnixFileMode(Path).ShouldBe(OwnerOnly);
    }

    [Fact]
    public async Task Of_many_that_start_at_once_all_have_the_same_key()
    {
        var clouds = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => StartAsync()));
        var ids = await Task.WhenAll(clouds.Select(KeyIdAsync));
        foreach (var cloud in clouds) await cloud.DisposeAsync();

        ids.Distinct(StringComparer.Ordinal).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_file_that_others_can_read_is_refused()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "rights of this kind are Unix's");
        using var key = RSA.Create(2048);
        await WriteAsync(key.ExportPkcs8PrivateKeyPem());
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(Path, OwnerOnly | UnixFileMode.GroupRead);

        (await RefusalAsync()).ShouldBe($"LocalCloud cannot use the key file `{Path}`: others than its owner have rights on it, take them away with chmod 600");
    }

    [Theory]
    [InlineData("nothing")]
    [InlineData("text")]
    [InlineData("half")]
    [InlineData("public")]
    [InlineData("elliptic")]
    [InlineData("small")]
    public async Task A_file_that_holds_something_else_is_refused_and_left_as_it_is(string what)
    {
        using var key = RSA.Create(2048);
        using var small = RSA.Create(1024);
        using var elliptic = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var content = what switch
        {
            "nothing" => "",
            "text" => "not a key",
            "half" => key.ExportPkcs8PrivateKeyPem()[..600],
            "public" => key.ExportSubjectPublicKeyInfoPem(),
            "elliptic" => elliptic.ExportPkcs8PrivateKeyPem(),
            _ => small.ExportPkcs8PrivateKeyPem(),
        };
        await WriteAsync(content);

        (await RefusalAsync()).ShouldBe($"LocalCloud cannot use the key file `{Path}`: it holds no private RSA key {(what == "small" ? "of 2048 bits" : "in PEM")}");
        (await File.ReadAllTextAsync(Path, Cancellation)).ShouldBe(content);
    }

    [Fact]
    public async Task A_folder_in_the_files_place_is_refused_and_nothing_is_left_behind()
    {
        Directory.CreateDirectory(Path);

        (await RefusalAsync()).ShouldStartWith($"LocalCloud cannot use the key file `{Path}`: ");
        Directory.GetFiles(folder, "*", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    private static async Task<string?> KeyIdAsync(RunningLocalCloud cloud) =>
        (await cloud.GetJsonAsync($"/{RunningLocalCloud.Tenant}/discovery/v2.0/keys", Cancellation)).GetProperty("keys")[0].Text("kid");

    private async Task WriteAsync(string content)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);
        await File.WriteAllTextAsync(Path, content, Cancellation);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(Path, OwnerOnly);
    }

    private async Task<string> RefusalAsync() => (await Should.ThrowAsync<LocalCloudStartException>(() => StartAsync())).Message;

    private Task<RunningLocalCloud> StartAsync(string url = "http://127.0.0.1:0") =>
        RunningLocalCloud.StartAsync(Cancellation, new Dictionary<string, string?>(StringComparer.Ordinal) { ["LocalCloud:KeyFile"] = Path, ["LocalCloud:Url"] = url });
}
