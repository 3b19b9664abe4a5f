using AgentFunctions.LocalCloud.Tests.Drivers;

namespace AgentFunctions.LocalCloud.Tests;

public sealed class AloneTests
{
    private static readonly CancellationToken Cancellation = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("--urls", "http://127.0.0.1:0", "unused", "")]
    [InlineData("--unused", "", "ASPNETCORE_URLS", "http://127.0.0.1:0")]
    [InlineData("--unused", "", "LOCALCLOUD__URL", "http://127.0.0.1:0")]
    public async Task It_listens_where_it_is_told_to(string argument, string argumentValue, string variable, string variableValue)
    {
        using var alone = LocalCloudProcess.Start([argument, argumentValue], (variable, variableValue));

        var address = (await alone.ListeningAsync(Cancellation)).ShouldHaveSingleItem();
        using var http = new HttpClient(new HttpClientHandler { CheckCertificateRevocationList = true });
        (await http.GetStringAsync($"{address}/{RunningLocalCloud.Tenant}/v2.0/.well-known/openid-configuration", Cancellation)).ShouldContain($"\"issuer\":\"{address}/");
    }

    [Fact]
    public async Task It_does_not_start_itself_again_beside_itself()
    {
        using var alone = LocalCloudProcess.Start(["--urls", "http://127.0.0.1:0"], ("ASPNETCORE_HOSTINGSTARTUPASSEMBLIES", "AgentFunctions.LocalCloud"), ("LOCALCLOUD__URL", "http://127.0.0.1:0"));

        (await alone.ListeningAsync(Cancellation)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task No_other_setting_opens_an_address_that_is_not_loopback()
    {
        using var alone = LocalCloudProcess.Start(["--urls", "http://127.0.0.1:0"], ("ASPNETCORE_HTTP_PORTS", "0"), ("Kestrel__Endpoints__Wide__Url", "http://0.0.0.0:0"));

        (await alone.ListeningAsync(Cancellation)).ShouldHaveSingleItem().ShouldStartWith("http://127.0.0.1:");
    }

    [Fact]
    public async Task A_port_in_use_is_named_in_one_line_with_exit_code_1()
    {
        using var taken = new TakenPort();
        using var alone = LocalCloudProcess.Start(["--urls", taken.Url]);

        var (exitCode, output, error) = await alone.EndedAsync(Cancellation);

        (exitCode, output, error).ShouldBe((1, "", $"LocalCloud cannot listen on `{taken.Url}`: the address is already in use{Environment.NewLine}"));
    }

    [Theory]
    [InlineData("http://0.0.0.0:7075")]
    [InlineData("http://*:7075")]
    [InlineData("http://+:7075")]
    [InlineData("http://[::]:7075")]
    [InlineData("http://192.0.2.1:7075")]
    [InlineData("http://machine.example:7075")]
    [InlineData("https://127.0.0.1:7075")]
    [InlineData("http://127.0.0.1:7075/base")]
    [InlineData("http://127.0.0.1:7075;http://0.0.0.0:7075")]
    [InlineData("http://unix:/run/localcloud.sock")]
    [InlineData("nonsense")]
    public async Task Anything_but_one_loopback_address_is_refused(string url)
    {
        var settings = new Dictionary<string, string?>(StringComparer.Ordinal) { ["LocalCloud:Url"] = url };

        var refusal = await Should.ThrowAsync<Exception>(() => RunningLocalCloud.StartAsync(Cancellation, settings));

        StartFailure.Describe(refusal).ShouldBe(
            $"LocalCloud cannot start: `{url}` is not an address LocalCloud can listen on: one http address of a loopback host without a path, such as http://127.0.0.1:7075");
    }

    [Theory]
    [InlineData("Tenant", "contoso", "Tenant: `contoso` is not a GUID")]
    [InlineData("Audience", "a b", "Audience: `a b` is not an audience: 1 to 200 printable characters without spaces")]
    [InlineData("People:0:Name", "Nobody", "People.Id: `` is not an id: 1 to 200 printable characters")]
    [InlineData("Clients:0:RedirectUris:0", "portal", "Clients.Id: `` is not an id: 1 to 200 printable characters; Clients.RedirectUris: `portal` is not an absolute http or https address without user and fragment")]
    public async Task A_setting_out_of_its_range_is_named(string name, string value, string failure)
    {
        var settings = new Dictionary<string, string?>(StringComparer.Ordinal) { [$"LocalCloud:{name}"] = value };

        var refusal = await Should.ThrowAsync<Exception>(() => RunningLocalCloud.StartAsync(Cancellation, settings));

        StartFailure.Describe(refusal).ShouldBe($"LocalCloud cannot start: {failure}");
    }
}
