"""Chinese, in both scripts. Pure data."""

from oped_audio.reading.vocabulary.english import WORDS as ENGLISH
from oped_audio.reading.vocabulary.words import Vocabulary, ordered, words

WORDS = Vocabulary(
    about_author="关于作者",
    about_author_headings=words("关于作者 作者简介 作者介绍 關於作者 作者簡介 作者介紹"),
    bylines=(
        "本报评论员",
        "特约评论员",
        "本报特约记者",
        "本报记者",
        "本報記者",
        "特约记者",
        "撰文",
        "作者",
        "文",
        "记者",
        "記者",
    ),
    the_author=("作者", "本文作者", "笔者", "筆者"),
    present_verbs=words("是 为 系 為 现任 現任 任 现为 係"),
    past_verbs=words("曾 曾任 曾为"),
    be=words("是 为 系 為"),
    after_be=words("一位 一名"),
    adverbs=words("现 目前 现在"),
    roles=words(
        """教授 副教授 研究员 研究員 学者 學者 记者 記者 评论员 評論員 作家 主任 所长 院长 博士 编辑
        編輯 经济学家 律师 律師 专家 專家 讲师 講師 专栏作家 主编 医生 醫生 工程师 农民 渔民 议员 部长
        大使 主席 会长 董事长 创始人 院士 教师 老师 翻译 诗人"""
    ),
    first_person=words("我们 我們 我"),
    note_starts=ordered(
        "版权 版權 © 本文仅代表 本文僅代表 本文原载 本文原載 本文首发 转载 轉載 翻译： 译者"
    ),
    not_standfirst_starts=ordered("编者按 編者按 编者注 更正"),
    continuations=words("但 但是 然而 因此 所以 而且 此外 他 她 它 他们"),
    conjunction="和",
    name_suffixes=ENGLISH.name_suffixes,
    titles=ENGLISH.titles,
    particles=ENGLISH.particles,
    small_words=ENGLISH.small_words,
    abbreviations=ENGLISH.abbreviations,
    months=words("一月 二月 三月 四月 五月 六月 七月 八月 九月 十月 十一月 十二月"),
    calendar=words(
        "发布 發布 发表 更新 星期一 星期二 星期三 星期四 星期五 星期六 星期日 周一 时间"
    ),
    furniture=ordered(
        "广告 廣告 相关阅读 延伸阅读 分享 责任编辑 责编 编辑： 来源： 來源： 表 图："
    ),
    salutations=ordered("尊敬的 亲爱的 親愛的 此致"),
    questions=words("什么 为什么 谁 如何 怎样 怎么 何 哪里 是否 何时"),
    pointing=words("他 她 它 这 那 他们 我们"),
    answers=words("不 是 因为 也许 没有 当然"),
    pictures=ordered("图片来源 圖片來源 图片 圖片 摄影 攝影 照片 供图 供圖 图 圖 插图 漫画"),
    sources=("来自", "由", "©"),
    bare_sources=("新华社记者", "新华社发", "中新社记者", "本报记者", "新華社記者", "视觉中国"),
    picture_kinds=(),
    agencies=ENGLISH.agencies
    | words("新华社 新華社 中新社 路透社 法新社 美联社 美聯社 视觉中国 人民视觉 中央社 共同社"),
    undescribed="没有说明的图片",
    notes="注释",
    notes_headings=words("注释 注释： 注釋 脚注 注 参考文献 参考资料"),
    editors_notes=("编者按", "編者按", "编者注", "編者註", "更正"),
    left_out=ordered(
        """相关阅读 相關閱讀 延伸阅读 延伸閱讀 推荐阅读 推薦閱讀 阅读更多 閱讀更多 查看更多 点击 點擊
        扫码 掃碼 关注我们 關注我們 分享到 分享至 责任编辑 責任編輯 责编 編輯： 编辑： 校对 广告 廣告
        订阅 訂閱 下载 返回首页 返回顶部 更多内容 上一篇 下一篇 热门文章 登录"""
    ),
    debris=ENGLISH.debris
    | words(
        "分享 打印 收藏 评论 評論 点赞 微博 微信 朋友圈 qq空间 复制链接 广告 订阅 搜索 登录 转发"
    ),
    reading_time=(r"阅读时间[:：]?.{0,12}", r"(?:约|阅读)?\s?\d{1,3}\s?分钟(?:阅读)?"),
    kickers=words(
        "评论 評論 观点 觀點 社论 社論 时评 時評 专栏 專欄 言论 国际锐评 思想 随笔 來論 来论 社评"
    ),
    dateline_words=ordered("发布时间 發布時間 发布于 发表于 更新时间 更新於 日期 时间"),
    parts=frozenset(),
    ordinals=frozenset(),
)
