package importers

import (
	"testing"
)

// about reads what a page with this head and body says about itself, read at address.
func about(t *testing.T, head, body, address string) metadata {
	t.Helper()
	doc, err := parsePage("<!DOCTYPE html><html><head>" + head + "</head><body>" + body + "</body></html>")
	if err != nil {
		t.Fatal(err)
	}
	return metadataOf(doc, address)
}

func TestTitle(t *testing.T) {
	for _, tt := range []struct{ name, head, body, want, site string }{
		{"title element alone", "<title>Salt raises blood pressure in everyone</title>", "", "Salt raises blood pressure in everyone", ""},
		{"site after it", "<title>Salt raises blood pressure | Healthdesk</title><meta property=og:site_name content=Healthdesk>", "", "Salt raises blood pressure", "Healthdesk"},
		{"site before it", "<title>Healthdesk – Salt raises blood pressure</title><meta property=og:site_name content=Healthdesk>", "", "Salt raises blood pressure", "Healthdesk"},
		{"site that nothing names", "<title>Salt raises blood pressure - Healthdesk</title>", "", "Salt raises blood pressure", "Healthdesk"},
		{"a dash within", "<title>Salt – the white danger that nobody talks about</title>", "", "Salt – the white danger that nobody talks about", ""},
		{"heading in the title", "<title>Salt and you :: Health :: Desk</title>", "<h1>Salt and you</h1>", "Salt and you", "Health :: Desk"},
		{"shared title", "<title>Salt - Healthdesk</title><meta property=og:title content='Salt raises blood pressure'>", "", "Salt raises blood pressure", ""},
		{"shared in other words than shown", "<title>Salt raises blood pressure</title><meta property=og:title content='You won’t believe what salt does'>", "<h1>Salt raises blood pressure</h1>", "Salt raises blood pressure", ""},
		{"two headings", "", "<h1>Salt raises blood pressure</h1><h1>Other news</h1>", "Salt raises blood pressure", ""},
		{"headline", `<title>Salt | H</title><script type="application/ld+json">{"@type":"NewsArticle","headline":"Salt raises blood pressure"}</script>`, "<h1>Salt raises blood pressure</h1>", "Salt raises blood pressure", ""},
		{"description as headline", `<title>Salt - Wiki</title><script type="application/ld+json">{"@type":"Article","name":"Salt","headline":"mineral composed of sodium chloride"}</script>`, "<h1>Salt</h1>", "Salt", "Wiki"},
		{"escaped twice", "<title>Salt &amp;amp; water: what &amp;#8216;healthy&amp;#8217; means</title>", "", "Salt & water: what ‘healthy’ means", ""},
		{"no title", "", "<p>x</p>", "", ""},
		{"title of a drawing", "", "<svg><title>icon</title></svg>", "", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got := about(t, tt.head, tt.body, "")
			if got.title != tt.want || got.site != tt.site {
				t.Errorf("got %q, site %q, want %q, site %q", got.title, got.site, tt.want, tt.site)
			}
		})
	}
}

func TestByline(t *testing.T) {
	for _, tt := range []struct{ name, head, body, want string }{
		{"meta", "<meta name=author content='By Ada Lovelace'>", "", "Ada Lovelace"},
		{"several", "<meta name=citation_author content='Lovelace, A.'><meta name=citation_author content='Byron, G.'>", "", "Lovelace, A., Byron, G."},
		{"address is no name", "<meta property=article:author content='https://facebook.com/ada'>", "", ""},
		{"JSON-LD object", `<script type="application/ld+json">{"@type":"Article","author":{"@type":"Person","name":"Ada Lovelace"}}</script>`, "", "Ada Lovelace"},
		{"JSON-LD list", `<script type="application/ld+json">[{"@type":["Article","X"],"author":[{"name":"Ada"},"Mary"]}]</script>`, "", "Ada, Mary"},
		{"JSON-LD reference", `<script type="application/ld+json">{"@graph":[{"@type":"Article","author":{"@id":"#a"}},{"@id":"#a","@type":"Person","name":"Ada"}]}</script>`, "", "Ada"},
		{"JSON-LD reference to itself", `<script type="application/ld+json">{"@graph":[{"@id":"#x","@type":"Article","author":{"@id":"#a"}},{"@id":"#a","name":{"@id":"#a"}}]}</script>`, "", ""},
		{"broken JSON-LD", `<script type="application/ld+json">{"@type":"Article",</script>`, "<a rel=author>Ada</a>", "Ada"},
		{"in the text", "", "<article><p class=byline>By <a rel=author>Ada Lovelace</a> · 3 May 2024</p></article>", "Ada Lovelace"},
		{"with a date", "", "<div class='byline'>by Ada Lovelace | Published 3 May 2024</div>", "Ada Lovelace"},
		{"with an editor", "", "<div class='author'>Written by Ada Lovelace Edited by Mary S.</div>", "Ada Lovelace"},
		{"a sentence", "", "<div class='author-note'>the author would rather not be named here</div>", ""},
		{"of a comment", "", "<div class=comments><span class=author>troll</span></div>", ""},
		{"the article's before a teaser's", "", "<div><span class=author>Teaser Writer</span></div><main><span class=author>Ada Lovelace</span></main>", "Ada Lovelace"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := about(t, tt.head, tt.body, "").byline; got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

func TestPublished(t *testing.T) {
	for _, tt := range []struct{ name, head, body, want string }{
		{"meta with a zone", "<meta property=article:published_time content=2025-09-18T06:30:00+01:00>", "", "2025-09-18T06:30:00+01:00"},
		{"meta without", "<meta property=article:published_time content='2025-09-18T06:30'>", "", "2025-09-18"},
		{"JSON-LD first", `<meta name=date content=2020-01-01><script type="application/ld+json">{"@type":"Article","datePublished":"2021-02-03"}</script>`, "", "2021-02-03"},
		{"Dublin Core", "<meta name=DC.date.issued content=2019-11-09>", "", "2019-11-09"},
		{"time element", "", "<article><time datetime='2024-05-21'>last spring</time></article>", "2024-05-21"},
		{"microdata", "", "<span itemprop=datePublished>May 21st, 2024</span>", "2024-05-21"},
		{"words that may mean two days", "<meta name=date content='3/4/2024'>", "", "3/4/2024"},
		{"words of another language", "<meta name=date content='3. Mai 2024'>", "", "3. Mai 2024"},
		{"a clock", "", "<article><span itemprop=datePublished>12:55 AM</span></article>", ""},
		{"what can be read counts more", "<meta name=date content='3/4/2024'>", "<article><time datetime=2024-04-03></time></article>", "2024-04-03"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := about(t, tt.head, tt.body, "").published; got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

func TestISODate(t *testing.T) {
	for in, want := range map[string]string{
		"2024-05-03": "2024-05-03", "2024-05-03T10:11:12Z": "2024-05-03T10:11:12Z", "2024-05-03T10:11:12.345+0200": "2024-05-03T10:11:12+02:00",
		"2024/05/03": "2024-05-03", "20240503": "2024-05-03", "May 3, 2024": "2024-05-03", "3 May 2024": "2024-05-03", "Sept. 3, 2024": "2024-09-03",
		"3rd May, 2024": "2024-05-03", "Friday, May 3, 2024": "2024-05-03", "Published on May 3, 2024": "2024-05-03", "2024年5月3日": "2024-05-03",
		"Fri, 03 May 2024 10:11:12 GMT": "2024-05-03T10:11:12Z", "Fri May 3 10:11:12 EST 2024": "2024-05-03",
		"3/4/2024": "", "0000-00-00": "", "9999-01-01": "", "May 2024": "", "yesterday": "", "": "", "May 35, 2024": "",
		"By May 3, 2024 everything will be well again": "",
	} {
		if got, ok := isoDate(in); got != want || ok != (want != "") {
			t.Errorf("%q: got %q, %v, want %q", in, got, ok, want)
		}
	}
}

func TestDateline(t *testing.T) {
	for in, want := range map[string]string{
		"NORTHFIELD, 12 March 2025 – A new blood test":             "2025-03-12",
		"TITUSVILLE, N.J., June 14, 2018 /PRNewswire/ -- Janssen":  "2018-06-14",
		"Feb. 23, 2015 -- Life-threatening allergies":              "2015-02-23",
		"The trial of June 14, 2018 found nothing":                 "",
		"A new blood test detects cancer at an early stage, so do": "",
	} {
		if got := datelineIn(in); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}

func TestLanguage(t *testing.T) {
	for _, tt := range []struct{ name, page, want string }{
		{"html", "<html lang=en-gb>", "en-GB"},
		{"underscore", "<html lang=pt_BR>", "pt-BR"},
		{"header", "<html><meta http-equiv=content-language content='de, en'>", "de"},
		{"locale", "<html><meta property=og:locale content=ja_JP>", "ja-JP"},
		{"nonsense", "<html lang='{{lang}}'><meta property=og:locale content=fr_FR>", "fr-FR"},
		{"nothing", "<html>", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			doc, err := parsePage(tt.page)
			if err != nil {
				t.Fatal(err)
			}
			if got := metadataOf(doc, "").language; got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

func TestGuessLanguage(t *testing.T) {
	for text, want := range map[string]string{
		sentence: "en",
		"Die Dialyse übernimmt einen Teil der Arbeit der Nieren und entfernt Abfallstoffe und überschüssiges Wasser aus dem Blut.": "de",
		"カフェインは、眠気をもたらすアデノシンという物質の働きを妨げる。":                                                                                         "ja",
		"咖啡因会阻碍腺苷的作用，从而减少睡意。":                                                                                                      "zh",
		"xyz": "", "": "",
	} {
		if got := guessLanguage(text); got != want {
			t.Errorf("%.30q: got %q, want %q", text, got, want)
		}
	}
}

func TestCanonical(t *testing.T) {
	const page = "https://www.healthdesk.example/kidneys/dialysis?utm_source=x"
	for _, tt := range []struct{ name, head, address, want string }{
		{"its own", "<link rel=canonical href=https://www.healthdesk.example/kidneys/dialysis>", page, "https://www.healthdesk.example/kidneys/dialysis"},
		{"relative", "<link rel=canonical href=/kidneys/d>", page, "https://www.healthdesk.example/kidneys/d"},
		{"relative to a base", "<base href=https://healthdesk.example/a/><link rel=canonical href=d>", page, "https://healthdesk.example/a/d"},
		{"without the www", "<link rel='Canonical' href=https://healthdesk.example/d/>", page, "https://healthdesk.example/d"},
		{"http", "<link rel=canonical href=http://healthdesk.example/d#top>", page, "https://healthdesk.example/d"},
		{"empty", "<link rel=canonical href=''>", page, ""},
		{"blank", "<link rel=canonical href='  '>", page, ""},
		{"alternate", "<link rel=alternate href=https://www.healthdesk.example/feed>", page, ""},
		{"alternate canonical", "<link rel='alternate canonical' href=https://www.healthdesk.example/feed>", page, ""},
		{"of another site", "<link rel=canonical href=https://www.who.example/dialysis>", page, ""},
		{"of another owner under a public suffix", "<link rel=canonical href=https://b.github.io/x>", "https://a.github.io/x", ""},
		{"under a country's suffix", "<link rel=canonical href=https://a.co.uk/x>", "https://b.co.uk/x", ""},
		{"the top of its site", "<link rel=canonical href=https://www.healthdesk.example/>", page, ""},
		{"the top as the top", "<link rel=canonical href=https://www.healthdesk.example/>", "https://healthdesk.example", "https://www.healthdesk.example"},
		{"a query at the top", "<link rel=canonical href='https://www.healthdesk.example/?p=7'>", page, "https://www.healthdesk.example?p=7"},
		{"two that differ", "<link rel=canonical href=/a><link rel=canonical href=/b>", page, ""},
		{"two alike", "<link rel=canonical href=/a><link rel=canonical href=/a/>", page, "https://www.healthdesk.example/a"},
		{"this machine", "<link rel=canonical href=http://localhost:8080/a>", "", ""},
		{"a private number", "<link rel=canonical href=http://192.168.0.7/a>", "http://192.168.0.7/b", ""},
		{"a program", "<link rel=canonical href=javascript:x>", page, ""},
		{"a file", "<link rel=canonical href=file:///a>", "", ""},
		{"with a user", "<link rel=canonical href=https://u@healthdesk.example/a>", page, ""},
		{"from the disk", "<link rel=canonical href=https://healthdesk.example/a>", "", "https://healthdesk.example/a"},
		{"from the disk, relative", "<link rel=canonical href=/a>", "", ""},
		{"from the disk, the top", "<link rel=canonical href=https://healthdesk.example/>", "", ""},
		{"not understood", "<link rel=canonical href='http://[::1'>", page, ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := about(t, tt.head, "", tt.address).canonical; got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
	// What a reader's comment puts into the body is not the page's own word.
	if got := about(t, "", "<p>x</p><link rel=canonical href=https://www.healthdesk.example/a>", page).canonical; got != "" {
		t.Errorf("in the body: got %q", got)
	}
}
